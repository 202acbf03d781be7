import { expect, test } from 'vitest'
import { fen } from './doing'
import { fill, newForm, toOutcome } from './outcome-form'
import { toggled } from './reactions'
import { sentenceOf } from './sentence'
import type { FeedItem, Visit } from './wire'

test('only what was tapped is sent', () => {
  const form = newForm()
  Object.assign(form, { outcome: 'open', kpMet: false, kpMinutes: 15, contactId: 'x', helpText: 'not asked for' })
  expect(toOutcome(form)).toEqual({
    outcome: 'open',
    kpMet: false,
    kpMinutes: null,
    contactId: null,
    unmetReason: null,
    nextStep: '',
    nextOn: null,
    helpWanted: false,
    helpText: '',
    note: '',
    facts: [],
  })
})

test('an outcome said before comes back as it was', () => {
  const form = newForm()
  Object.assign(form, {
    outcome: 'advanced',
    kpMet: true,
    kpMinutes: 30,
    need: true,
    needText: '想做外贸',
    budget: true,
    budgetYuan: '1092',
    decidesOn: '2026-12-06',
    nextStep: '送方案',
    nextOn: '2026-11-25',
  })
  const again = newForm()
  fill(again, toOutcome(form) as Visit)
  expect(toOutcome(again)).toEqual(toOutcome(form))
})

test.each([
  ['109,200', 10_920_000],
  ['¥12.5', 1250],
  ['', 0],
  ['一万', undefined],
  ['1.234', undefined],
])('%s yuan', (yuan, expected) => expect(fen(yuan)).toBe(expected))

test('a reaction given and taken back leaves nothing', () => {
  const none = { congratulate: 0, encourage: 2, heard: 0, mine: [] }
  expect(toggled(none, 'encourage')).toEqual({ congratulate: 0, encourage: 3, heard: 0, mine: ['encourage'] })
  expect(toggled(toggled(none, 'encourage'), 'encourage')).toEqual(none)
})

test.each([
  [{ kind: 'win', outcome: 'won' }, 'win'],
  [{ kind: 'visit', outcome: null }, 'here'],
  [{ kind: 'visit', outcome: 'rejected', kpMet: true }, 'rejected'],
  [{ kind: 'visit', outcome: 'advanced', kpMet: true, kpMinutes: 15 }, 'metFor'],
  [{ kind: 'visit', outcome: 'open', kpMet: true }, 'met'],
  [{ kind: 'visit', outcome: 'open', kpMet: false }, 'open'],
])('%o is told as %s', (item, sentence) => expect(sentenceOf(item as FeedItem)).toBe(sentence))
