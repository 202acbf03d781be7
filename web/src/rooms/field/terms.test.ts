import { expect, test } from 'vitest'
import { offWork } from './terms'

const thursday = { day: '2026-03-05', works: true, onLeave: false, opens: '09:00:00', closes: '18:00:00', evidenceSharedFrom: null }

test.each([
  ['08:59', 'hours'],
  ['09:00', undefined],
  ['17:59', undefined],
  ['18:00', 'hours'],
])('at %s the hours say %s', (time, off) => expect(offWork(thursday, '2026-03-05', time)).toBe(off))

test('a night shift goes over midnight', () => {
  const night = { ...thursday, opens: '20:00:00', closes: '04:00:00' }
  expect(['19:59', '20:00', '03:59', '04:00'].map(time => offWork(night, '2026-03-05', time))).toEqual(['hours', undefined, undefined, 'hours'])
})

test('leave comes first, then the day, and without hours only leave', () => {
  expect(offWork({ ...thursday, onLeave: true, works: false }, '2026-03-05', '10:00')).toBe('leave')
  expect(offWork({ ...thursday, works: false }, '2026-03-05', '10:00')).toBe('day')
  expect(offWork({ ...thursday, opens: null, closes: null, works: false }, '2026-03-05', '03:00')).toBe(undefined)
  expect(offWork(undefined, '2026-03-05', '03:00')).toBe(undefined)
})

test('terms of yesterday know the hours and the week, not a leave that is over', () => {
  expect(offWork({ ...thursday, onLeave: true }, '2026-03-06', '10:00')).toBe(undefined)
  expect(offWork(thursday, '2026-03-07', '10:00')).toBe('day')
})
