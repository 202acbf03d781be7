import { computed, type Ref } from 'vue'
import { useOutbox } from '@/kit/outbox'
import { planned } from './plan-list'
import type { NewCheckIn, NewOutcome, Place, Planned, Today } from './wire'

/** A stop of today's road: a visit meant, made, or made and not sent yet. */
export type Stop = {
  id: string
  customerId: string
  name: string
  purpose: string
  /** The visit it became. */
  visitId?: string
  at?: string
  ended?: boolean
  outcome?: string | null
  kpMet?: boolean | null
  kpMinutes?: number | null
  contactName?: string
  /** Still on this phone only. */
  waiting?: boolean
  kpUnseen?: boolean
  grade?: string
  stepsDown?: { to: string; daysLeft: number } | null
  address?: Place | null
  appointment?: Planned['appointment']
}

type Queued = { path: string; method: string; body?: unknown; label: string; state: string }

/** What was done comes first, in its order; then what is meant. Things that wait in the outbox count as done. */
export function stopsOf(today: Today, queue: readonly Queued[]): Stop[] {
  const outcomes = new Map(queue.flatMap(item => (item.path.startsWith('/api/visits/') ? [[item.path.split('/')[3], item.body as NewOutcome]] : [])))
  const known = new Set(today.visits.map(row => row.visit.id))
  const made: Stop[] = today.visits.map(({ visit, contactName, address }) => ({
    id: visit.id,
    customerId: visit.customerId,
    name: visit.customerName,
    purpose: visit.purpose,
    visitId: visit.id,
    at: visit.at,
    ended: visit.endedAt !== null,
    outcome: visit.outcome,
    kpMet: visit.kpMet,
    kpMinutes: visit.kpMinutes,
    contactName,
    address,
  }))
  for (const item of queue) {
    const id = item.path.startsWith('/api/check-ins/') ? item.path.slice(15) : undefined
    const body = item.body as NewCheckIn
    if (!id || known.has(id) || item.state !== 'waiting') continue
    made.push({
      id,
      customerId: body.customerId,
      name: item.label.split(' · ').slice(1).join(' · '),
      purpose: body.purpose ?? '',
      visitId: id,
      at: body.deviceAt,
      waiting: true,
    })
  }
  for (const stop of made) {
    const said = outcomes.get(stop.id)
    if (said) Object.assign(stop, { outcome: said.outcome, kpMet: said.kpMet, kpMinutes: said.kpMinutes, ended: true, waiting: true })
  }
  const queued = new Set(made.filter(stop => stop.waiting).map(stop => stop.customerId))
  const meant: Stop[] = planned(today.plannedVisits, queue, today.day)
    .filter(visit => !visit.visitId && !queued.has(visit.customerId))
    .map(visit => ({
      id: visit.id,
      customerId: visit.customerId,
      name: visit.customerName,
      purpose: visit.purpose,
      kpUnseen: visit.kpUnseen,
      grade: visit.grade,
      stepsDown: visit.stepsDown,
      address: visit.address,
      appointment: visit.appointment,
      waiting: visit.waiting,
    }))
  return [...made.sort((a, b) => (a.at! < b.at! ? -1 : 1)), ...meant]
}

export function useStops(today: Ref<Today | undefined>) {
  const { items } = useOutbox()
  return computed(() => (today.value ? stopsOf(today.value, items.value) : []))
}
