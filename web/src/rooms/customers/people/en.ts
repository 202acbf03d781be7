export default {
  noContact: 'No more contact',
  hint: 'The number is not shown any more and cannot be entered again. Only who leads can lift this.',
  reason: 'What was said',
  left: '{name} is left alone',
  since: 'No contact since {day}: {reason}',
  lift: 'May be contacted again',
  lifted: '{name} may be contacted again',
  relation: 'Relation to others (optional)',
  relationEg: 'The chairman’s son',
  source: 'Known from (optional)',
  sourceEg: 'Front desk, a fair, a card',
  up: 'Move {name} up',

  'error.contact.no-contact': 'Whoever has this number asked to be left alone',
}
