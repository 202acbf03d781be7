import { useInfiniteQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components } from '@/kit/api'

export type Line = components['schemas']['TimelineLine']
export type Kind = Line['kind']

// Under the customer's own key: whatever makes the page look again makes its timeline look again.
export const useTimeline = (id: MaybeRefOrGetter<string>, kind: MaybeRefOrGetter<Kind | 'all'>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['customers', toValue(id), 'timeline', toValue(kind)]),
    queryFn: ({ pageParam }) => {
      const [wanted, after] = [toValue(kind), pageParam]
      const query = { ...(wanted === 'all' ? {} : { kind: wanted }), ...(after ? { after } : {}) }
      return ask(api.GET('/api/customers/{id}/timeline', { params: { path: { id: toValue(id) }, query } }))
    },
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })
