import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'
import { onSent } from '@/kit/outbox'

export type FeedKind = components['schemas']['FeedKind']
export type Asked = { q: string; memberId: string; kind: FeedKind | '' }

/** In the order in which people look for them. */
export const kinds: FeedKind[] = ['visit', 'win', 'grade', 'help', 'post', 'announcement', 'journal', 'call', 'mission', 'review']

/** What the server finds; asked again when something was said or done under a line. */
export function useFoundLines(asked: MaybeRefOrGetter<Asked>) {
  useLive(['feed.', 'reaction.', 'help.'], () => void invalidate('feed-found'))
  onScopeDispose(onSent(item => /^\/api\/(feed|posts)\//.test(item.path) && void invalidate('feed-found')))
  return useInfiniteQuery({
    queryKey: computed(() => ['feed-found', toValue(asked)]),
    queryFn: ({ pageParam }) => {
      const { q, memberId, kind } = toValue(asked)
      const query = { q: q || undefined, memberId: memberId || undefined, kind: kind || undefined, after: pageParam || undefined }
      return ask(api.GET('/api/feed/found', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    enabled: () => Object.values(toValue(asked)).some(Boolean),
    placeholderData: before => before,
  })
}
