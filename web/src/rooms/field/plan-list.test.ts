import { expect, test } from 'vitest'
import { moved, ordered, placeFor, planned, tooLate } from './plan-list'
import type { Planned } from './wire'

const day = '2026-11-23'
const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`
const visit = (n: number, more: Partial<Planned> = {}) =>
  ({ id: id(n), customerId: `c${n}`, customerName: `客户${n}`, day, purpose: '', position: n, visitId: null, appointment: null, ...more }) as Planned
const agreed = (at: string) => ({ at, contactId: null, with: '', place: '' })
const put = (n: number, body: object, state = 'waiting') => ({
  path: `/api/planned-visits/${id(n)}`,
  method: 'PUT',
  body: { customerId: `c${n}`, day, purpose: '', position: n, ...body },
  label: `排路线 · 客户${n}`,
  state,
})
const order = (...ns: number[]) => ({
  path: `/api/planned-visits/${day}/order`,
  method: 'PUT',
  body: { ids: ns.map(id) },
  label: '',
  state: 'waiting',
})
const drop = (n: number) => ({ path: `/api/planned-visits/${id(n)}`, method: 'DELETE', label: '', state: 'waiting' })
const names = (plan: { customerName: string }[]) => plan.map(one => one.customerName).join(' ')

test('what waits in the outbox stands in the list, in its order', () => {
  const plan = planned([visit(1), visit(2)], [put(3, {}), order(3, 2, 1), drop(2)], day)
  expect(names(plan)).toBe('客户3 客户1')
  expect(plan[0]).toMatchObject({ waiting: true, customerName: '客户3' })
})

test('an appointment made without a network shows its time; taken back it shows none; left out it stays', () => {
  expect(planned([visit(1)], [put(1, { appointment: { at: '15:00:00', with: '顾明' } })], day)[0]!.appointment).toEqual({
    at: '15:00:00',
    contactId: null,
    with: '顾明',
    place: '',
  })
  expect(planned([visit(1, { appointment: agreed('15:00:00') })], [put(1, { appointment: { at: null } })], day)[0]!.appointment).toBeNull()
  expect(planned([visit(1, { appointment: agreed('15:00:00') })], [put(1, { purpose: '想做外贸吗' })], day)[0]).toMatchObject({
    purpose: '想做外贸吗',
    appointment: { at: '15:00:00' },
  })
})

test('a visit moved to another day leaves this one, one of another day does not come in, a refused change shows nothing', () => {
  expect(
    planned([visit(1), visit(2)], [put(1, { day: '2026-11-24' }), put(3, { day: '2026-11-24' }), put(4, {}, 'refused')], day).map(one => one.id),
  ).toEqual([id(2)])
})

test('an order names some; the others follow as they were', () => {
  expect(names(ordered([visit(1), visit(2), visit(3), visit(4)], [id(4), id(2)]))).toBe('客户4 客户2 客户1 客户3')
})

test.each([
  ['09:30', '客户3 客户1 客户2'],
  ['12:00', '客户1 客户3 客户2'],
  ['18:00', '客户1 客户2 客户3'],
])('one agreed for %s stands before those agreed for later', (at, wanted) => {
  const plan = [visit(1, { appointment: agreed('10:00:00') }), visit(2, { appointment: agreed('15:00:00') }), visit(3)]
  expect(names(ordered(plan, placeFor(plan, id(3), at)))).toBe(wanted)
})

test('a row moves to its place and not beyond the ends', () => {
  const plan = [visit(1), visit(2), visit(3)]
  expect(names(moved(plan, id(3), 0))).toBe('客户3 客户1 客户2')
  expect(names(moved(plan, id(1), -1))).toBe('客户1 客户2 客户3')
  expect(names(moved(plan, id(1), 9))).toBe('客户2 客户3 客户1')
})

test('an appointment after a later one is told', () => {
  const plan = [visit(1, { appointment: agreed('15:00:00') }), visit(2), visit(3, { appointment: agreed('10:00:00') })]
  expect([...tooLate(plan)]).toEqual([id(3)])
})
