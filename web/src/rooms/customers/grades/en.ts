export default {
  noSteps: 'The grade has not changed yet.',
  say: 'Change the grade',
  again: 'Change again',
  back: 'Back to the rule',
  byRuleAgain: 'The rule decides again',
  said: '{grade}, says {who}',
  rule: '{grade} by the rule',
  until: 'until {day}',
  days: 'By the rule it is {grade} now. Your word stands for {n} days, then the rule decides again; both grades are shown.',
  byHand: 'By the rule it is {grade} now. Your word stands until another is said or you go back to the rule; both grades are shown.',
  reason: 'What makes you think so',
  kept: 'Grade {grade} it is',

  'error.grade.by-rule': 'The facts decide here; a supervisor may say otherwise',
  'error.grade.meanwhile': 'Somebody changed the grade just now: look again first',
  'error.grade.disqualified': 'A disqualified customer is not graded here',
}
