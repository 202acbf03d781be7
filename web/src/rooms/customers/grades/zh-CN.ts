export default {
  noSteps: '等级还没有变过。',
  say: '改等级',
  again: '再改',
  back: '回到规则',
  byRuleAgain: '等级又按规则算了',
  said: '{who} 定为 {grade}',
  rule: '按规则是 {grade}',
  until: '到 {day} 为止',
  days: '按规则现在是 {grade}。你的判断算 {n} 天，之后回到规则；两个等级并排显示。',
  byHand: '按规则现在是 {grade}。你的判断一直算数，直到再改或回到规则；两个等级并排显示。',
  reason: '凭什么这样判断',
  kept: '定为 {grade} 了',

  'error.grade.by-rule': '等级由凭据决定，主管可以改',
  'error.grade.meanwhile': '刚才有人也改了等级，先看一眼再改',
  'error.grade.disqualified': '判为不合适的客户不在这里改等级',
}
