import { expect, test } from 'vitest'
import { stairs } from './grades-data'

test('a grade goes up and down like stairs, from the oldest step to today', () => {
  const line = stairs(
    [
      { from: 'b', to: 'a', day: '2026-03-11' },
      { from: 'd', to: 'b', day: '2026-03-01' },
    ],
    '2026-03-21',
  )
  expect(line.path).toBe('M0 28H10V12H50V4H100')
  expect(line.dots.map(dot => dot.step)).toEqual([1, 0])
})

test('nothing happened, nothing is drawn; a step of today alone stands at the left', () => {
  expect(stairs([], '2026-03-21').path).toBe('')
  expect(stairs([{ from: 'd', to: 'c', day: '2026-03-21' }], '2026-03-21').path).toBe('M0 28H10V20H100')
})
