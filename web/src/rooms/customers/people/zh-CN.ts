export default {
  noContact: '不再联系',
  hint: '电话不再显示，同一个号码也不能再录进来。以后要恢复，由主管来。',
  reason: '对方怎么说的',
  left: '不再联系 {name}',
  since: '{day} 起不再联系：{reason}',
  lift: '可以再联系了',
  lifted: '{name} 可以再联系了',
  relation: '和别人的关系（可不填）',
  relationEg: '董事长的儿子',
  source: '从哪里知道的（可不填）',
  sourceEg: '前台、展会、名片',
  up: '{name} 往前排',

  'error.contact.no-contact': '这个号码的主人请我们不再联系',
}
