import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

/** Who hears what I write, once it is needed. */
export const useAudience = (wanted: () => boolean) =>
  useQuery({ queryKey: ['audience'], queryFn: () => ask(api.GET('/api/feed/audience')), enabled: wanted, staleTime: 10 * 60_000 })

export const useComments = (itemId: MaybeRefOrGetter<string>, wanted: () => boolean) =>
  useQuery({
    queryKey: computed(() => ['feed-line', toValue(itemId), 'comments']),
    queryFn: async () => (await ask(api.GET('/api/feed/{itemId}/comments', { params: { path: { itemId: toValue(itemId) } } }))).items,
    enabled: wanted,
  })

export const useFeedItem = (itemId: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['feed-line', toValue(itemId)]),
    queryFn: () => ask(api.GET('/api/feed/{itemId}', { params: { path: { itemId: toValue(itemId) } } })),
  })

/** My calls for help and those that ring for me. */
export function useHelpCalls() {
  useLive(['help.', 'feed.changed'], () => void invalidate('help-calls'))
  return useQuery({ queryKey: ['help-calls'], queryFn: async () => (await ask(api.GET('/api/help-calls'))).items })
}
