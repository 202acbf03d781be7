import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, invalidate, queries, useMe } from '@/kit/api'
import { put } from '@/kit/api/client'
import { useLive } from '@/kit/live'
import { lookAfter, type Outgoing, onSent, useOutbox } from '@/kit/outbox'
import { dayOf } from '@/kit/time'
import { keep, recall } from './kept'
import { planned } from './plan-list'
import type { Place, Planned, Promised, Row, Terms, Today, Tonight } from './wire'

const get = <T>(path: string) => put(path, undefined, 'GET') as Promise<T>

/** Who walks into companies; the others have no road, no evening and no customers of their own. */
export function useSells() {
  const me = useMe()
  return computed(() => ['rep', 'lead', 'supervisor', 'manager'].includes(me.value.role))
}

/** My day. Without a network it is the one this phone saw last, if that was today. */
export function useToday() {
  const me = useMe()
  return useQuery({
    queryKey: ['today'],
    queryFn: async () => keep(me.value.id, 'today', await ask(api.GET('/api/today'))),
    initialData: () => {
      const kept = recall<Today>(me.value.id, 'today')
      return kept?.day === dayOf() ? kept : undefined
    },
    initialDataUpdatedAt: 0,
  })
}

/** My plan of a day with what waits in the outbox; without a network what this phone saw of it last. */
export function usePlan(day: MaybeRefOrGetter<string>) {
  const me = useMe()
  const { items } = useOutbox()
  const query = useQuery({
    queryKey: computed(() => ['plan', toValue(day)]),
    queryFn: async () => {
      const on = toValue(day)
      const plan = await ask(api.GET('/api/planned-visits', { params: { query: { day: on } } }))
      const before = Object.entries(recall<Record<string, Planned[]>>(me.value.id, 'plans') ?? {}).filter(([one]) => one >= dayOf())
      keep(me.value.id, 'plans', { ...Object.fromEntries(before), [on]: plan })
      return plan
    },
    initialData: () => recall<Record<string, Planned[]>>(me.value.id, 'plans')?.[toValue(day)],
    initialDataUpdatedAt: 0,
  })
  const lines = computed(() => planned(query.data.value ?? [], items.value, toValue(day)))
  return { query, lines }
}

export const useProposals = (day: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['plan', toValue(day), 'proposals']),
    queryFn: () => ask(api.GET('/api/proposals', { params: { query: { day: toValue(day) } } })),
    retry: false,
  })

export const useFeed = () =>
  useInfiniteQuery({
    queryKey: ['feed'],
    staleTime: 0, // other pages do not listen for it
    queryFn: ({ pageParam }) => ask(api.GET('/api/feed', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })

/** My newest customers, kept on the phone: what can be checked in at without a network. */
export function useNewest(enabled: MaybeRefOrGetter<boolean> = true) {
  const me = useMe()
  return useQuery({
    queryKey: ['customers', 'newest'],
    queryFn: async () => keep(me.value.id, 'customers', (await ask(api.GET('/api/customers'))).items),
    initialData: () => recall<Row[]>(me.value.id, 'customers'),
    initialDataUpdatedAt: 0,
    enabled: () => toValue(enabled),
  })
}

export const useFound = (words: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['customers', 'found', toValue(words)]),
    queryFn: async () => (await ask(api.GET('/api/customers', { params: { query: { q: toValue(words) } } }))).items,
    enabled: () => toValue(words).trim().length > 0,
    placeholderData: before => before,
  })

export const useNear = (here: MaybeRefOrGetter<Place | undefined>) =>
  useQuery({
    queryKey: computed(() => ['customers', 'near', toValue(here)]),
    queryFn: async () => {
      const { latitude, longitude } = toValue(here) as Place
      return (await ask(api.GET('/api/customers', { params: { query: { near: `${latitude.toFixed(5)},${longitude.toFixed(5)}` } } }))).items
    },
    enabled: () => toValue(here) !== undefined,
  })

/** What decides whether the button is on; the phone keeps it for a doorway without a network. */
export function useTerms() {
  const me = useMe()
  return useQuery({
    queryKey: ['check-in-terms'],
    queryFn: async () => keep(me.value.id, 'terms', await ask(api.GET('/api/check-in-terms'))),
    initialData: () => recall<Terms>(me.value.id, 'terms'),
    initialDataUpdatedAt: 0,
  })
}

/** Visits of my team that wait for my word. */
export function useWords(wanted: MaybeRefOrGetter<boolean>) {
  useLive(['word.'], () => void invalidate('words'))
  return useQuery({ queryKey: ['words'], queryFn: () => ask(api.GET('/api/words')), enabled: () => toValue(wanted) })
}

export const useConsent = () => useQuery({ queryKey: ['me', 'location-consent'], queryFn: () => ask(api.GET('/api/me/location-consent')) })

/** People I met there before: the KP chips of an outcome. */
export const useCustomer = (id: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: computed(() => ['customers', toValue(id)]),
    queryFn: () => ask(api.GET('/api/customers/{id}', { params: { path: { id: toValue(id) as string } } })),
    enabled: () => toValue(id) !== undefined,
  })

export function useTonight() {
  const sells = useSells()
  return useQuery({ queryKey: ['evenings', 'tonight', 'card'], queryFn: () => get<Tonight>('/api/evenings/tonight'), enabled: sells, retry: false })
}

export function usePromised() {
  const sells = useSells()
  return useQuery({
    queryKey: ['evenings', 'commitments', 'mine', 'today'],
    queryFn: async () => {
      const answer = await get<Promised[] | { items: Promised[] }>('/api/commitments?of=mine')
      return Array.isArray(answer) ? answer : answer.items
    },
    enabled: sells,
    retry: false,
  })
}

/** Looks again when the team, another of my phones, or the outbox of this one has done something. */
export function useFieldLive(): void {
  useLive(['word.given'], () => void invalidate('today'))
  useLive(['calendar.'], () => void invalidate('check-in-terms'))
  useLive(['plan.'], () => void Promise.all([invalidate('today'), invalidate('plan')]))
  useLive(['commitment.', 'evening.'], () => void invalidate('evenings'))
  onScopeDispose(onSent(takeSent))
  onScopeDispose(
    lookAfter(
      /^\/api\/(check-ins|visits|planned-visits|proposals|calls|deals|customers)\//,
      () => void Promise.all([invalidate('today'), invalidate('plan')]),
    ),
  )
  onScopeDispose(lookAfter(/^\/api\/commitments\//, () => void invalidate('evenings')))
}

/** What was just sent stands in the lists until they are read anew, or a row would jump away and back. */
function takeSent(item: Outgoing): void {
  const day = item.key.startsWith('plan ') ? item.key.slice(5) : undefined
  if (!day) return
  const taken = (plan: readonly Planned[]) => planned(plan, [item], day).map(({ waiting, ...line }) => line)
  queries.setQueryData<Planned[]>(['plan', day], plan => plan && taken(plan))
  queries.setQueryData<Today>(['today'], today => (today?.day === day ? { ...today, plannedVisits: taken(today.plannedVisits) } : today))
}
