import type { NewAppointment, Planned } from './wire'

type Queued = { path: string; method: string; body?: unknown; label: string; state: string }
type NewPlanned = { customerId: string; day: string; purpose: string; position: number; appointment?: NewAppointment | null }
/** A planned visit as the list shows it; waiting: this phone knows it, the server not yet. */
export type PlanLine = Planned & { waiting?: boolean }

const visitPath = /^\/api\/planned-visits\/([0-9a-f-]{36})$/
const orderPath = /^\/api\/planned-visits\/(\d{4}-\d\d-\d\d)\/order$/
const nameIn = (label: string) => label.split(' · ').slice(1).join(' · ')

/** The plan of a day with all that still waits in the outbox, in its order. */
export function planned(known: readonly Planned[], queue: readonly Queued[], day: string): PlanLine[] {
  let plan: PlanLine[] = [...known]
  for (const item of queue) {
    if (item.state === 'refused') continue
    const id = visitPath.exec(item.path)?.[1]
    if (id && item.method === 'DELETE') plan = plan.filter(one => one.id !== id)
    else if (id) plan = put(plan, id, item.body as NewPlanned, nameIn(item.label), day)
    else if (orderPath.exec(item.path)?.[1] === day) plan = ordered(plan, (item.body as { ids: string[] }).ids)
  }
  return plan
}

function put(plan: PlanLine[], id: string, { appointment, ...visit }: NewPlanned, name: string, day: string): PlanLine[] {
  if (visit.day !== day) return plan.filter(one => one.id !== id)
  const before = plan.find(one => one.id === id)
  const made: PlanLine = {
    ...(before ?? {
      id,
      customerName: name,
      visitId: null,
      grade: 'd',
      visitsWithoutKp: 0,
      kpUnseen: false,
      stepsDown: null,
      address: null,
      appointment: null,
      joint: null,
    }),
    ...visit,
    waiting: true,
  }
  if (appointment)
    made.appointment = appointment.at
      ? { at: appointment.at, contactId: appointment.contactId ?? null, with: appointment.with ?? '', place: appointment.place ?? '' }
      : null
  const rest = plan.filter(one => one.id !== id)
  const at = before ? plan.indexOf(before) : visit.position
  return [...rest.slice(0, at), made, ...rest.slice(at)]
}

/** In the order of these ids; what is not named follows as it was. */
export function ordered<T extends { id: string }>(plan: readonly T[], ids: readonly string[]): T[] {
  const place = (one: T) => (ids.includes(one.id) ? ids.indexOf(one.id) : ids.length)
  return [...plan].sort((a, b) => place(a) - place(b))
}

/** Where an appointment stands: before the first that is agreed for later, else last. The ids of the day in their new order. */
export function placeFor(plan: readonly Planned[], id: string, at: string): string[] {
  const rest = plan.filter(one => one.id !== id)
  const later = rest.findIndex(one => one.appointment && one.appointment.at.slice(0, 5) > at.slice(0, 5))
  const ids = rest.map(one => one.id)
  return later < 0 ? [...ids, id] : [...ids.slice(0, later), id, ...ids.slice(later)]
}

/** Puts one at a place of the list. */
export function moved<T extends { id: string }>(plan: readonly T[], id: string, to: number): T[] {
  const one = plan.find(line => line.id === id)
  const rest = plan.filter(line => line.id !== id)
  return one ? [...rest.slice(0, Math.max(0, to)), one, ...rest.slice(Math.max(0, to))] : [...plan]
}

/** Appointments that stand after a later one: the order does not keep its times. */
export function tooLate(plan: readonly Planned[]): Set<string> {
  let latest = ''
  return new Set(
    plan.flatMap(({ id, appointment, visitId }) => {
      if (!appointment || visitId) return []
      const late = appointment.at < latest
      if (!late) latest = appointment.at
      return late ? [id] : []
    }),
  )
}
