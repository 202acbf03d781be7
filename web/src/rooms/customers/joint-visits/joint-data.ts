import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Joint = Schemas['JointVisitView']
export type Month = Schemas['JointMonthView']
export type NewJoint = Schemas['NewJointVisit']
export const modes = ['demo', 'coach', 'close'] as const

const query = (customerId: string | undefined, after: string) => ({ ...(customerId ? { customerId } : {}), ...(after ? { after } : {}) })

export const useJoints = (customer?: MaybeRefOrGetter<string | undefined>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['joint-visits', 'list', toValue(customer) ?? '']),
    queryFn: ({ pageParam }) => ask(api.GET('/api/joint-visits', { params: { query: query(toValue(customer), pageParam) } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })

export const useJoint = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['joint-visits', toValue(id)]),
    queryFn: () => ask(api.GET('/api/joint-visits/{id}', { params: { path: { id: toValue(id) } } })),
  })

export const useEffect = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['joint-visits', toValue(id), 'effect']),
    queryFn: () => ask(api.GET('/api/joint-visits/{id}/effect', { params: { path: { id: toValue(id) } } })),
  })

export function useJointsLive(): void {
  useLive(['joint.', 'visit.'], () => void invalidate('joint-visits'))
}

const looked = () => Promise.all([invalidate('joint-visits'), invalidate('plan'), invalidate('today')])
const at = (id: string) => ({ params: { path: { id } } })
export const keep = (id: string, body: NewJoint) => ask(api.PUT('/api/joint-visits/{id}', { ...at(id), body })).finally(looked)
export const debrief = (id: string, kept: string, change: string) =>
  ask(api.PUT('/api/joint-visits/{id}/debrief', { ...at(id), body: { kept, change } })).finally(looked)
export const drop = (id: string) => ask(api.DELETE('/api/joint-visits/{id}', at(id))).finally(looked)
