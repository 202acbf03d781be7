import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, invalidate, useMe } from '@/kit/api'
import { useLive } from '@/kit/live'
import { enqueue, onSent, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import { type ReviewDraft, type ReviewFacts, type Subject, toReview } from './review-draft'

const kept = (member: string, subject: Subject) => `vesper.review-facts.${member}.${subject.dealId ?? subject.visitId}`

/** What happened. Without a network as this phone saw it last. */
export function useReviewFacts(subject: MaybeRefOrGetter<Subject>) {
  const me = useMe()
  return useQuery({
    queryKey: computed(() => ['reviews', 'facts', toValue(subject)]),
    queryFn: async () => {
      const asked = toValue(subject)
      const facts = await ask(api.GET('/api/reviews/facts', { params: { query: asked } }))
      try {
        localStorage.setItem(kept(me.value.id, asked), JSON.stringify(facts))
      } catch {
        // A full store costs us the memory, never the answer.
      }
      return facts
    },
    initialData: () => (JSON.parse(localStorage.getItem(kept(me.value.id, toValue(subject))) ?? 'null') as ReviewFacts | null) ?? undefined,
    initialDataUpdatedAt: 0,
  })
}

export const useReview = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['reviews', 'one', toValue(id)]),
    queryFn: () => ask(api.GET('/api/reviews/{id}', { params: { path: { id: toValue(id) } } })),
  })

export type Wanted = { q: string; stage: 'develop' | 'follow' | 'close' | 'sign' | ''; industry: string; outcome: 'won' | 'lost' | 'open' | '' }

export const useReviews = (wanted: MaybeRefOrGetter<Wanted>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['reviews', 'list', toValue(wanted)]),
    queryFn: ({ pageParam }) => {
      const { q, stage, industry, outcome } = toValue(wanted)
      return ask(
        api.GET('/api/reviews', {
          params: {
            query: {
              q: q || undefined,
              stage: stage || undefined,
              industry: industry || undefined,
              outcome: outcome || undefined,
              after: pageParam || undefined,
            },
          },
        }),
      )
    },
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })

export function useReviewsLive(): void {
  useLive(['review.'], () => void invalidate('reviews'))
  onScopeDispose(onSent(item => void (item.path.startsWith('/api/reviews/') && invalidate('reviews'))))
}

/** Kept on the phone first, sent once. */
export const closeReview = (draft: ReviewDraft, subject: Subject, as: 'team' | 'oneToOne', customer: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/reviews/${draft.id}`,
    body: toReview(draft, subject, as),
    label: `${t('journals.review.title')} · ${customer}`,
    key: `review ${draft.id}`,
    change: `/reviews/new?customer=${subject.customerId}&${subject.dealId ? `deal=${subject.dealId}` : `visit=${subject.visitId}`}`,
  })

/** Whether this review still waits on the phone, or was refused there. */
export function useReviewWaiting(id: MaybeRefOrGetter<string>) {
  const { items } = useOutbox()
  return computed(() => items.value.some(item => item.path === `/api/reviews/${toValue(id)}`))
}
