import { expect, test } from 'vitest'
import { beside, missing } from './board-data'

test('what is asked falls into what may be said and what only happens', () => {
  const asked = [
    { condition: 'kpMet' as const, done: false, mayBeSaid: false },
    { condition: 'needConfirmed' as const, done: false, mayBeSaid: true },
    { condition: 'contactReached' as const, done: true, mayBeSaid: true },
  ]
  expect(missing(asked).say.map(one => one.condition)).toEqual(['needConfirmed'])
  expect(missing(asked).never.map(one => one.condition)).toEqual(['kpMet'])
})

test('the arrow keys lead to the column beside and not beyond the last', () => {
  expect([beside('develop', 'ArrowRight'), beside('follow', 'ArrowLeft'), beside('sign', 'ArrowRight'), beside('follow', 'Enter')]).toEqual([
    'follow',
    'develop',
    undefined,
    undefined,
  ])
})
