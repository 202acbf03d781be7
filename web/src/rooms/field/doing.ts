import { enqueue, newId, type Outgoing, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import { day as dayWords } from '@/kit/time'
import type { NewCheckIn, NewOutcome, Promised } from './wire'

/** Everything here is kept on the phone first and sent once, in order per visit. */

/** The key a visit's things queue under: her check-in's own while it waits, which may be that of a customer made a moment ago. */
export const keyOf = (visit: string) => useOutbox().items.value.find(item => item.path === `/api/check-ins/${visit}`)?.key ?? `visit ${visit}`

/** Checks in and gives the visit's id at once. A customer who is still on this phone only goes first. */
export async function checkIn(
  customer: { id: string; name: string },
  point: { latitude: number; longitude: number; accuracy: number } | null,
  purpose: string,
  outsideHours = false,
): Promise<{ id: string; key: string }> {
  const id = newId()
  const key = useOutbox().items.value.find(item => item.path === `/api/customers/${customer.id}`)?.key ?? `visit ${id}`
  await enqueue({
    method: 'PUT',
    path: `/api/check-ins/${id}`,
    body: { customerId: customer.id, deviceAt: new Date().toISOString(), point, purpose, outsideHours },
    label: `${t('app.checkIn')} · ${customer.name}`,
    key,
    change: `/check-in?again=${id}`,
  })
  return { id, key }
}

/** A check-in that was refused, said differently: another customer, or outside working hours on purpose. Its time and place stay what they were. */
export async function checkInAgain(
  refused: Outgoing,
  customer: { id: string; name: string },
  outsideHours: boolean,
): Promise<{ id: string; key: string }> {
  const { path, key, body, change } = refused
  const said = { ...(body as NewCheckIn), customerId: customer.id }
  await enqueue({
    method: 'PUT',
    path,
    body: { ...said, outsideHours: outsideHours || said.outsideHours },
    label: `${t('app.checkIn')} · ${customer.name}`,
    key,
    change,
  })
  return { id: path.slice('/api/check-ins/'.length), key }
}

/** The outcome, behind the person met for the first time, if there is one. */
export async function endVisit(id: string, outcome: NewOutcome, customer: { id: string; name: string }, met = ''): Promise<void> {
  const key = keyOf(id)
  const person = met ? newId() : undefined
  if (person)
    await enqueue({
      method: 'PUT',
      path: `/api/customers/${customer.id}/contacts/${person}`,
      body: { name: met, role: 'kp1', source: t('app.checkIn') },
      label: `${t('field.newContact')} · ${met}`,
      key,
      change: `/customers/${customer.id}`,
    })
  await enqueue({
    method: 'PUT',
    path: `/api/visits/${id}/outcome`,
    body: { ...outcome, contactId: person ?? outcome.contactId, deviceAt: new Date().toISOString() },
    label: `${t('field.outcome')} · ${customer.name}`,
    key,
    change: `/visits/${id}`,
  })
}

export const signDeal = (visit: string, customer: { id: string; name: string }, name: string, amountFen: number) =>
  enqueue({
    method: 'PUT',
    path: `/api/deals/${newId()}`,
    body: { customerId: customer.id, name, amountFen },
    label: `${t('outcome.won')} · ${customer.name}`,
    key: keyOf(visit),
    change: `/customers/${customer.id}`,
  })

export const planVisit = (customer: { id: string; name: string }, day: string, position: number, purpose = '', id = newId()) =>
  enqueue({
    method: 'PUT',
    path: `/api/planned-visits/${id}`,
    body: { customerId: customer.id, day, purpose, position },
    label: `${t('field.plan')} · ${customer.name}`,
    key: `plan ${day}`,
    after: [`/api/customers/${customer.id}`],
    change: `/plan?day=${day}`,
  })

export const dropPlan = (id: string, name: string, day: string) =>
  enqueue({ method: 'DELETE', path: `/api/planned-visits/${id}`, label: `${t('field.unplan')} · ${name}`, key: `plan ${day}` })

export const orderPlan = (day: string, ids: readonly string[]) =>
  enqueue({
    method: 'PUT',
    path: `/api/planned-visits/${day}/order`,
    body: { ids },
    label: `${t('field.plan')} · ${dayWords(day)}`,
    key: `plan ${day}`,
    after: ids.map(id => `/api/planned-visits/${id}`),
    change: `/plan?day=${day}`,
  })

export const dismiss = (customer: string, name: string, day: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/proposals/${customer}/dismissal`,
    body: { day },
    label: `${t('field.proposal.not')} · ${name}`,
    key: `plan ${day}`,
    change: `/plan?day=${day}`,
  })

export const answerPromise = (promise: Promised, state: 'done' | 'notYet' | 'changed') =>
  enqueue({
    method: 'PUT',
    path: `/api/commitments/${promise.id}/answer`,
    body: { state, result: '' },
    label: `${t('field.agreed')} · ${promise.text}`,
    key: `commitment ${promise.id}`,
    change: '/',
  })

/** Yuan as typed → fen; undefined if it is no amount. */
export function fen(yuan: string): number | undefined {
  const plain = yuan.replace(/[,，\s¥￥]/g, '')
  if (!plain) return 0
  return /^\d{1,11}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}
