import { expect, test } from 'vitest'
import { next, stuck, without } from './order'
import type { Outgoing } from './store'

const visit = '0199d3c0-0000-7000-8000-00000000000a'
const photo = '0199d3c0-0000-7000-8000-00000000000b'
const item = (order: number, key: string, more: Partial<Outgoing> = {}) =>
  ({ id: String(order), order, key, path: `/api/things/${order}`, state: 'waiting', due: 0, ...more }) as Outgoing
const checkIn = (order: number, more: Partial<Outgoing> = {}) => item(order, 'visit', { path: `/api/check-ins/${visit}`, ...more })
const outcome = (order: number, more: Partial<Outgoing> = {}) => item(order, 'visit', { path: `/api/visits/${visit}/outcome`, ...more })
const refused = { state: 'refused' as const }
const names = (items: Outgoing[]) => items.map(one => one.id)

test('the first of each key is next, when it is due', () => {
  expect(names(next([item(2, 'a'), item(1, 'a'), item(3, 'b', { due: 9 }), item(4, 'c')], 5))).toEqual(['1', '4'])
})

test('a time beyond every pause comes from a wrong clock and holds nothing up', () => {
  expect(names(next([item(1, 'a', { due: 86_400_000 })], 5))).toEqual(['1'])
})

test('what stands on a refused item waits with it; what merely comes after it goes on', () => {
  const items = [checkIn(1, refused), outcome(2), item(3, 'visit')]
  expect(names(next(items, 0))).toEqual(['3'])
  expect(stuck(items).get('2')?.id).toBe('1')
})

test('a refused photo holds the check-in that shows it, and the outcome behind that', () => {
  const items = [
    item(1, 'visit', { path: `/api/photos/${photo}?use=proof`, blob: { type: 'image/jpeg', size: 1 }, ...refused }),
    checkIn(2, { body: { photoIds: [photo] } }),
    outcome(3),
  ]
  expect(next(items, 0)).toEqual([])
  expect([...stuck(items).values()].map(root => root.id)).toEqual(['1', '1'])
})

test('an item waits for the path it comes after, whatever its key', () => {
  const customer = item(1, 'customer', { path: '/api/customers/c' })
  const there = item(2, 'visit', { after: ['/api/customers/c'] })
  expect(names(next([customer, there], 0))).toEqual(['1'])
  expect(names(next([there], 0))).toEqual(['2'])
  expect(stuck([{ ...customer, ...refused }, there]).get('2')?.id).toBe('1')
})

test('a photo that is not sent is not spoken of', () => {
  expect(without({ photoIds: [photo, 'other'], signature: photo, note: 'x' }, photo)).toEqual({ photoIds: ['other'], signature: null, note: 'x' })
})
