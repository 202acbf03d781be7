import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, type components, invalidate, queries, useMe } from '@/kit/api'
import { useLive } from '@/kit/live'
import { enqueue, enqueueAll, lookAfter, newId, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import { clock, dayOf } from '@/kit/time'
import { useSells } from './field-data'
import { keep, recall } from './kept'
import { photoToSend } from './photos'
import type { NewCheckIn } from './wire'

type Schemas = components['schemas']
export type Mission = Schemas['MissionView']
export type Route = Schemas['RouteView']
export type MissionStop = Schemas['StopView'] & { /** On this phone only, yet. */ waiting?: boolean }
export type NewMission = Schemas['NewMission']
export type Proposed = Schemas['ProposedRoute']
export type AreaCustomer = Schemas['AreaCustomer']
export type MissionLine = Schemas['MissionLine']

type Queued = { path: string; body?: unknown; state: string }

/** My own route as it really is: what waits on this phone is done, whatever the network says. */
export function withQueue(mission: Mission, queue: readonly Queued[]): Mission {
  const waiting = queue.filter(item => item.state === 'waiting')
  const made = new Map(
    waiting
      .filter(item => item.path.startsWith('/api/check-ins/'))
      .map(item => [(item.body as NewCheckIn).customerId, (item.body as NewCheckIn).deviceAt]),
  )
  const arrived = waiting.find(item => item.path === `/api/missions/${mission.id}/arrival`)?.body as { at: string } | undefined
  const routes = mission.routes.map(route => {
    if (!route.own) return route
    const stops = route.stops.map(stop =>
      !stop.visitedAt && stop.customerId && dayOf(made.get(stop.customerId) ?? 0) === mission.day
        ? { ...stop, visitedAt: made.get(stop.customerId), waiting: true }
        : stop,
    ) as MissionStop[]
    const last = stops.filter(stop => stop.visitedAt).sort((a, b) => (a.visitedAt! < b.visitedAt! ? 1 : -1))[0]
    return {
      ...route,
      stops,
      done: stops.filter(stop => stop.visitedAt).length,
      lastCustomer: last?.customerName ?? '',
      lastAt: last?.visitedAt ?? null,
      arrivedAt: route.arrivedAt ?? arrived?.at ?? null,
    }
  })
  return { ...mission, routes, left: routes.reduce((left, route) => left + Number(route.total) - Number(route.done), 0) }
}

/** Today's missions, tomorrow's below them. Without a network the ones this phone saw last, with what it did since. */
export function useMissions() {
  const me = useMe()
  const sells = useSells()
  const { items } = useOutbox()
  const query = useQuery({
    queryKey: ['missions', 'today'],
    queryFn: async () => keep(me.value.id, 'missions', await ask(api.GET('/api/missions/today'))),
    initialData: () => recall<Mission[]>(me.value.id, 'missions')?.filter(mission => mission.day >= dayOf()),
    initialDataUpdatedAt: 0,
    enabled: sells,
  })
  return { query, missions: computed(() => (query.data.value ?? []).map(mission => withQueue(mission, items.value))) }
}

export function useMission(id: MaybeRefOrGetter<string>) {
  const me = useMe()
  const { items } = useOutbox()
  const query = useQuery({
    queryKey: computed(() => ['missions', toValue(id)]),
    queryFn: async () =>
      keep(me.value.id, `mission.${toValue(id)}`, await ask(api.GET('/api/missions/{id}', { params: { path: { id: toValue(id) } } }))),
    initialData: () =>
      recall<Mission>(me.value.id, `mission.${toValue(id)}`) ??
      (queries.getQueryData<Mission[]>(['missions', 'today']) ?? recall<Mission[]>(me.value.id, 'missions'))?.find(one => one.id === toValue(id)),
    initialDataUpdatedAt: 0,
  })
  return { query, mission: computed(() => query.data.value && withQueue(query.data.value, items.value)) }
}

/** Looks again when a teammate checks in, or somebody changes the plan. */
export function useMissionsLive(): void {
  useLive(['mission.', 'check-in.', 'visit.'], () => void invalidate('missions'))
  onScopeDispose(lookAfter(/^\/api\/(missions|check-ins|visits)\//, () => void invalidate('missions')))
}

const send = (mission: Mission, what: 'arrival' | 'learned', body: object) =>
  enqueue({
    method: 'PUT',
    path: `/api/missions/${mission.id}/${what}`,
    body,
    label: `${t(`field.mission.${what}`)} · ${mission.area}`,
    key: `mission ${mission.id}`,
    change: `/missions/${mission.id}`,
  })

/** Kept on the phone first: a meeting point may be in a cellar. */
export const arrive = (mission: Mission) => send(mission, 'arrival', { at: new Date().toISOString() })
export const learn = (mission: Mission, text: string) => send(mission, 'learned', { text })

/** The long side in pixels and the quality of a picture that leaves the phone. */
const [longSide, quality] = [1600, 0.82]

/** Drawn anew on a canvas: smaller, upright, and without what a camera writes into the file. */
async function smaller(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height))
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(bitmap.width * scale),
    height: Math.round(bitmap.height * scale),
  })
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/jpeg', quality))
}

/** The photo first, then the mission that shows it; both wait for the network together. */
export async function addPicture(mission: Mission, file: Blob) {
  const id = newId()
  const [label, key] = [`${t('field.mission.picture')} · ${mission.area}`, `mission picture ${id}`]
  const { id: _, ...photo } = await photoToSend(await smaller(file), 'team', label, key, id)
  await enqueueAll([
    photo,
    { method: 'PUT', path: `/api/missions/${mission.id}/picture`, body: { photoIds: [id] }, label, key, change: `/missions/${mission.id}` },
  ])
}

const hold = (mission: Mission) => {
  queries.setQueryData(['missions', mission.id], mission)
  void invalidate('missions')
  return mission
}
const path = (id: string) => ({ params: { path: { id } } })
export const start = async (id: string) => hold(await ask(api.PUT('/api/missions/{id}/start', path(id))))
export const end = async (id: string) => hold(await ask(api.PUT('/api/missions/{id}/end', path(id))))
export const save = async (id: string, body: NewMission) => hold(await ask(api.PUT('/api/missions/{id}', { ...path(id), body })))
export const reorder = async (id: string, customerIds: string[]) =>
  hold(await ask(api.PUT('/api/missions/{id}/stops', { ...path(id), body: { customerIds } })))
export async function callOff(id: string) {
  await ask(api.DELETE('/api/missions/{id}', path(id)))
  await invalidate('missions')
}
export const propose = (teamId: string | null, memberIds: string[], customerIds: string[], placeCustomerId: string | null) =>
  ask(api.POST('/api/missions/proposal', { body: { memberIds, customerIds, placeCustomerId, teamId } }))

export const useArea = (teamId: MaybeRefOrGetter<string | undefined>, around: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: computed(() => ['mission-area', toValue(teamId) ?? '', toValue(around) ?? '']),
    queryFn: () => ask(api.GET('/api/missions/area', { params: { query: { teamId: toValue(teamId), around: toValue(around) } } })),
    placeholderData: before => before,
  })

/** 东、西、中, each side once, the middle last. */
export const sidesOf = (mission: Mission) =>
  [...new Set(mission.routes.filter(route => Number(route.total) > 0).map(route => route.side))].sort(
    (a, b) => Number(a === 'middle') - Number(b === 'middle'),
  )

/** What the clock says in the organisation's zone, as an instant. */
export function instantOf(day: string, time: string): string {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = Date.parse(`${dayOf(asIfUtc)}T${clock(asIfUtc)}:00Z`)
  return new Date(2 * asIfUtc - shown).toISOString()
}
