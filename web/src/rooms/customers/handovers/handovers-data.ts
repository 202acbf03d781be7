import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Line = Schemas['HandoverLine']
export type Handover = Schemas['HandoverView']
export type Item = Schemas['HandoverItemView']
export type Kind = Line['kind']
export const kinds: Kind[] = ['leaving', 'transfer', 'promotion', 'longLeave']

export const useHandovers = () => useQuery({ queryKey: ['handovers', 'list'], queryFn: () => ask(api.GET('/api/handovers')) })

export const useHandover = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['handovers', 'one', toValue(id)]),
    queryFn: () => ask(api.GET('/api/handovers/{id}', { params: { path: { id: toValue(id) } } })),
  })

export function useHandoversLive(): void {
  useLive(['owner.', 'notice.'], () => void invalidate('handovers'))
}

/** Members whose customers may be handed over: all I answer for, who has left included. */
export const useGoing = (on: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: ['members', 'going'],
    enabled: computed(() => toValue(on)),
    queryFn: async () => {
      const all: Schemas['MemberView'][] = []
      for (const state of ['active', 'left']) {
        let after: string | undefined
        do {
          const page = await ask(api.GET('/api/members', { params: { query: { state, ...(after ? { after } : {}) } } }))
          all.push(...page.items)
          after = page.next ?? undefined
        } while (after)
      }
      return all.filter(one => ['rep', 'lead', 'supervisor', 'manager'].includes(one.role))
    },
  })

const at = (id: string) => ({ params: { path: { id } } })
const done = () => Promise.all([invalidate('handovers'), invalidate('customers'), invalidate('pool')])
export const draw = (id: string, body: Schemas['NewHandover']) => ask(api.PUT('/api/handovers/{id}', { ...at(id), body })).finally(done)
export const choose = (id: string, customerId: string, toId: string | null) =>
  ask(api.PUT('/api/handovers/{id}/items/{customerId}', { params: { path: { id, customerId } }, body: { toId } })).finally(() =>
    invalidate('handovers'),
  )
export const confirmed = (id: string) => ask(api.PUT('/api/handovers/{id}/confirmation', at(id))).finally(done)
export const sign = (id: string) => ask(api.PUT('/api/handovers/{id}/signature', at(id))).finally(done)
export const dropDraft = (id: string) => ask(api.DELETE('/api/handovers/{id}', at(id))).finally(done)
