import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { useRoute } from 'vue-router'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Inventory = Schemas['InventoryView']
export type Line = Schemas['InventoryLineView']
export type Card = Schemas['InventoryCard']
export type Who = Schemas['InventoryMemberView']
export type Verdict = Line['verdict'] & string
export const verdicts = ['chance', 'joint', 'nurture', 'release'] as const

/** The same pages stand on the phone and on the desk. */
export function useBase() {
  const route = useRoute()
  return computed(() => (route.path.startsWith('/desk') ? '/desk' : ''))
}

export const useMembers = (enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({ queryKey: ['inventories', 'members'], queryFn: () => ask(api.GET('/api/inventories/members')), enabled: () => toValue(enabled) })

export const useSessions = () => useQuery({ queryKey: ['inventories', 'list'], queryFn: () => ask(api.GET('/api/inventories')) })

export const useInventory = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['inventories', toValue(id)]),
    queryFn: () => ask(api.GET('/api/inventories/{id}', { params: { path: { id: toValue(id) } } })),
  })

export const useCard = (id: MaybeRefOrGetter<string>, customer: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['inventories', toValue(id), toValue(customer)]),
    queryFn: () =>
      ask(api.GET('/api/inventories/{id}/customers/{customerId}', { params: { path: { id: toValue(id), customerId: toValue(customer) } } })),
    retry: false,
  })

export function useInventoriesLive(): void {
  useLive(['inventory.', 'visit.', 'grade.', 'owner.'], () => void invalidate('inventories'))
}

const looked = () => invalidate('inventories')
const at = (id: string) => ({ params: { path: { id } } })

export const begin = (id: string, memberId: string) => ask(api.PUT('/api/inventories/{id}', { ...at(id), body: { memberId } })).finally(looked)
export const present = (id: string) => ask(api.PUT('/api/inventories/{id}/presence', at(id)))
export const turnTo = (id: string, customerId: string) =>
  ask(api.PUT('/api/inventories/{id}/place', { ...at(id), body: { customerId } })).finally(looked)
export const end = (id: string) =>
  ask(api.PUT('/api/inventories/{id}/end', at(id))).finally(() =>
    Promise.all([looked(), invalidate('customers'), invalidate('plan'), invalidate('pool')]),
  )
export const judge = (id: string, customerId: string, body: Schemas['NewInventoryVerdict']) =>
  ask(api.PUT('/api/inventories/{id}/customers/{customerId}/verdict', { params: { path: { id, customerId } }, body })).finally(looked)
