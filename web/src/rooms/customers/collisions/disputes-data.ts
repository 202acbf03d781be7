import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Dispute = Schemas['DisputeView']

export const useDisputeRules = () => useQuery({ queryKey: ['disputes', 'rules'], queryFn: () => ask(api.GET('/api/dispute-rules')) })
export const useDisputes = () => useQuery({ queryKey: ['disputes', 'list'], queryFn: () => ask(api.GET('/api/disputes')) })
export const useDispute = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['disputes', toValue(id)]),
    queryFn: () => ask(api.GET('/api/disputes/{id}', { params: { path: { id: toValue(id) } } })),
  })

export function useDisputesLive(): void {
  useLive(['dispute.'], () => void invalidate('disputes'))
}

const done = () => Promise.all([invalidate('disputes'), invalidate('customers')])
const at = (id: string) => ({ params: { path: { id } } })

export const raise = (id: string, body: Schemas['NewDispute']) => ask(api.PUT('/api/disputes/{id}', { ...at(id), body })).finally(done)
export const decide = (id: string, body: Schemas['NewDisputeDecision']) =>
  ask(api.PUT('/api/disputes/{id}/decision', { ...at(id), body })).finally(done)
export const appeal = (id: string, reason: string) => ask(api.PUT('/api/disputes/{id}/appeal', { ...at(id), body: { reason } })).finally(done)
export const close = (id: string, body: Schemas['NewFinalDecision']) =>
  ask(api.PUT('/api/disputes/{id}/final-decision', { ...at(id), body })).finally(done)
export const switchDisputes = (on: boolean) => ask(api.PUT('/api/dispute-rules', { body: { on } })).finally(done)
