import { expect, test } from 'vitest'
import { instantOf, type Mission, withQueue } from './missions'

const stop = (id: string, visitedAt: string | null = null) => ({
  id: `stop ${id}`,
  customerId: id,
  customerName: id,
  address: null,
  visitedAt,
  outcome: null,
  kpMet: null,
})
const route = (own: boolean, ...stops: ReturnType<typeof stop>[]) => ({
  memberId: own ? 'me' : 'zhe',
  memberName: '',
  own,
  side: 'east',
  done: stops.filter(one => one.visitedAt).length,
  total: stops.length,
  lastCustomer: '',
  lastAt: null,
  arrivedAt: null,
  learned: '',
  stops,
})
const mission = (...routes: ReturnType<typeof route>[]) => ({ id: 'm', day: '2026-11-20', left: 3, routes }) as unknown as Mission
const queued = (customerId: string, deviceAt: string, state = 'waiting') => ({
  path: `/api/check-ins/${customerId}`,
  body: { customerId, deviceAt },
  state,
})

test('what waits on this phone counts on my own route, and on nobody else’s', () => {
  const seen = withQueue(mission(route(true, stop('a'), stop('b')), route(false, stop('c'))), [
    queued('a', '2026-11-20T02:00:00Z'),
    queued('c', '2026-11-20T02:00:00Z'),
  ])
  expect(seen.routes.map(one => one.done)).toEqual([1, 0])
  expect(seen.routes[0]!.lastCustomer).toBe('a')
  expect(seen.left).toBe(2)
})

test('a check-in of another day, or one the server refused, is no progress', () => {
  const seen = withQueue(mission(route(true, stop('a'), stop('b'))), [
    queued('a', '2026-11-19T02:00:00Z'),
    queued('b', '2026-11-20T02:00:00Z', 'refused'),
  ])
  expect(seen.routes[0]!.done).toBe(0)
})

test('the same stop on the phone and on the server is one', () => {
  const seen = withQueue(mission(route(true, stop('a', '2026-11-20T02:00:00Z'))), [queued('a', '2026-11-20T02:00:00Z')])
  expect(seen.routes[0]!.done).toBe(1)
})

test('a clock is read in the organisation’s zone', () => {
  expect(instantOf('2026-11-20', '17:00')).toBe('2026-11-20T09:00:00.000Z')
})
