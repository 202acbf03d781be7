import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, onScopeDispose } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'
import { hasWord, t } from '@/kit/text'

export type Notice = components['schemas']['NoticeView']

/** The list, newest first. Whoever leaves it has seen it: what came meanwhile stays new. */
export function useNotices() {
  const query = useInfiniteQuery({
    queryKey: ['notices', 'list'],
    queryFn: ({ pageParam }) => ask(api.GET('/api/notices', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })
  const notices = computed(() => query.data.value?.pages.flatMap(page => page.items) ?? [])
  useLive(['notice.'], () => void invalidate('notices'))
  onScopeDispose(() => {
    const newest = notices.value[0]
    if (!notices.value.some(notice => !notice.read) || !newest) return
    void ask(api.PUT('/api/notices/reading', { body: { until: newest.at } }))
      .then(() => invalidate('notices'))
      .catch(() => {}) // it stays new until the next time
  })
  return { query, notices }
}

/** Its sentence; of a kind this version does not know yet, a plain one. */
export function sentence({ kind, words }: Notice): string {
  const nowhere = `notice.${kind}-nowhere` // she named no customer
  if (!words.customer && hasWord(nowhere)) return t(nowhere, words)
  return hasWord(`notice.${kind}`) ? t(`notice.${kind}`, words) : t('kit.noticesNew', 1)
}
