import { computed, reactive } from 'vue'
import type { AreaCustomer, Mission, NewMission, Proposed } from './missions'
import { instantOf } from './missions'

export type Draft = {
  team: string | undefined
  area: string
  place: string
  placeCustomerId: string | undefined
  day: string
  time: string
  members: string[]
  chosen: string[]
  routes: Proposed[]
}

export const newDraft = (day: string): Draft =>
  reactive({ team: undefined, area: '', place: '', placeCustomerId: undefined, day, time: '17:00', members: [], chosen: [], routes: [] })

export function fillDraft(draft: Draft, mission: Mission, time: string) {
  Object.assign(draft, {
    team: mission.teamId,
    area: mission.area,
    place: mission.place,
    placeCustomerId: mission.placeCustomerId ?? undefined,
    day: mission.day,
    time,
    members: mission.routes.map(route => route.memberId),
    chosen: mission.routes.flatMap(route => route.stops.flatMap(stop => stop.customerId ?? [])),
    routes: mission.routes.map(route => ({
      memberId: route.memberId,
      side: route.side,
      customerIds: route.stops.flatMap(stop => stop.customerId ?? []),
    })),
  })
}

export const toMission = (draft: Draft): NewMission => ({
  area: draft.area.trim(),
  place: draft.place.trim(),
  meetsAt: instantOf(draft.day, draft.time),
  placeCustomerId: draft.placeCustomerId ?? null,
  teamId: draft.team ?? null,
  routes: draft.routes,
})

/** A company changes to the end of another route, or one step up in its own. */
export function moveTo(routes: Proposed[], customerId: string, memberId: string): Proposed[] {
  return routes.map(route => {
    const without = route.customerIds.filter(id => id !== customerId)
    return { ...route, customerIds: route.memberId === memberId ? [...without, customerId] : without }
  })
}
export function stepUp(routes: Proposed[], customerId: string): Proposed[] {
  return routes.map(route => {
    const [order, at] = [[...route.customerIds], route.customerIds.indexOf(customerId)]
    if (at > 0) [order[at - 1], order[at]] = [order[at]!, order[at - 1]!]
    return { ...route, customerIds: order }
  })
}

/** The draft as the map draws a mission. */
export function useDrawn(draft: Draft, customers: () => Map<string, AreaCustomer>, name: (memberId: string) => string) {
  return computed(() => ({
    placeAddress: (draft.placeCustomerId && customers().get(draft.placeCustomerId)?.address) || null,
    routes: draft.routes.map(route => ({
      memberId: route.memberId,
      memberName: name(route.memberId),
      own: false,
      side: route.side,
      stops: route.customerIds.map(id => ({
        id,
        customerId: id,
        customerName: customers().get(id)?.name ?? '',
        address: customers().get(id)?.address ?? null,
        visitedAt: null,
        outcome: null,
        kpMet: null,
      })),
    })) as unknown as Mission['routes'],
  }))
}
