import { expect, test } from 'vitest'
import { stopsOf } from './day'
import type { Today } from './wire'

const visit = (id: string, at: string, more = {}) => ({
  visit: { id, customerId: `c-${id}`, customerName: id, purpose: '', at, endedAt: null, outcome: null, kpMet: null, kpMinutes: null, ...more },
  contactName: '',
  address: null,
})
const planned = (id: string, more = {}) => ({
  id,
  customerId: `c-${id}`,
  customerName: id,
  purpose: '问一件事',
  visitId: null,
  kpUnseen: false,
  grade: 'b',
  stepsDown: null,
  address: null,
  ...more,
})
const day = (visits: unknown[], plannedVisits: unknown[]) => ({ day: '2026-11-22', visits, plannedVisits, rejections: 0 }) as unknown as Today
const checkIn = (id: string, customerId: string) => ({
  path: `/api/check-ins/${id}`,
  body: { customerId, deviceAt: '2026-11-22T07:00:00Z' },
  method: 'PUT',
  label: '签到 · 云顶家居',
  state: 'waiting',
})

test('what was done comes in its order, then what is meant', () => {
  const stops = stopsOf(
    day([visit('b', '2026-11-22T06:00:00Z'), visit('a', '2026-11-22T02:00:00Z')], [planned('p'), planned('a', { visitId: 'a' })]),
    [],
  )
  expect(stops.map(stop => stop.id)).toEqual(['a', 'b', 'p'])
})

test('a check-in that waits for the network stands on the road and takes its plan along', () => {
  const stops = stopsOf(day([], [planned('p', { customerId: 'yun' })]), [checkIn('v', 'yun')])
  expect(stops.map(({ id, name, waiting }) => ({ id, name, waiting }))).toEqual([{ id: 'v', name: '云顶家居', waiting: true }])
})

test('sent but not yet fetched, it does not stand twice', () => {
  expect(stopsOf(day([visit('v', '2026-11-22T07:00:00Z')], []), [checkIn('v', 'yun')])).toHaveLength(1)
})

test('an outcome that waits shows at once', () => {
  const outcome = { path: '/api/visits/v/outcome', method: 'PUT', body: { outcome: 'rejected', kpMet: false }, label: '', state: 'waiting' }
  expect(stopsOf(day([visit('v', '2026-11-22T07:00:00Z')], []), [outcome])[0]).toMatchObject({ outcome: 'rejected', ended: true, waiting: true })
})
