import { enqueue, newId, type Outgoing } from '@/kit/outbox'
import { t } from '@/kit/text'
import type { CallOutcome, NewAppointment, NewCall, Planned } from './wire'

/** 接通 · 约到了 · 被拒 · 挂断, in the order of the buttons. */
export const callOutcomes: CallOutcome[] = ['reached', 'appointment', 'refused', 'hungUp']

/** Kept on the phone first; said again with the same id it is the same call. */
export const phoneCall = (id: string, customer: { id: string; name: string }, call: Omit<NewCall, 'customerId'>) =>
  enqueue({
    method: 'PUT',
    path: `/api/calls/${id}`,
    body: { customerId: customer.id, ...call },
    label: `${t('field.call.one')} · ${customer.name}`,
    key: `call ${id}`,
    after: [`/api/customers/${customer.id}`],
    change: `/call?customer=${customer.id}&again=${id}`,
  })

/** A visit with a time, a person and a place. All changes of a day's plan go one after the other, or an order would overtake what it orders. */
export const agree = (
  visit: Pick<Planned, 'id' | 'customerId' | 'day' | 'purpose'> & { position: number },
  name: string,
  appointment: NewAppointment,
) =>
  enqueue({
    method: 'PUT',
    path: `/api/planned-visits/${visit.id}`,
    body: { customerId: visit.customerId, day: visit.day, purpose: visit.purpose, position: visit.position, appointment },
    label: `${t('field.appointment.one')} · ${name}`,
    key: `plan ${visit.day}`,
    after: [`/api/customers/${visit.customerId}`],
    change: `/plan?day=${visit.day}`,
  })

export const newCallId = newId

/** A call of mine that was not taken: its page opens with what was said. */
export const refusedCall = (items: readonly Outgoing[], id?: string) =>
  items.find(item => id && item.path === `/api/calls/${id}` && item.state === 'refused')
