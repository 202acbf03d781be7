import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask } from '@/kit/api'

/** How well my team's visits of a day are proved; empty where it is not shared. */
export const useEvidence = (day: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['visit-evidence', toValue(day)]),
    queryFn: () => ask(api.GET('/api/visit-evidence', { params: { query: { day: toValue(day) } } })),
  })

export const useProof = (visit: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['visit-proof', toValue(visit)]),
    queryFn: () => ask(api.GET('/api/visits/{id}/proof', { params: { path: { id: toValue(visit) } } })),
    retry: false,
  })
