import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Card = Schemas['StageCard']
export type Ask = Schemas['StageAsk']
export type Asked = Schemas['AskedEvidence']
export const stages = ['develop', 'follow', 'close', 'sign'] as const
export type Stage = (typeof stages)[number]

export const useStage = (stage: Stage) =>
  useInfiniteQuery({
    queryKey: ['board', stage],
    queryFn: ({ pageParam }) => ask(api.GET('/api/stages/{stage}', { params: { path: { stage }, query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })

export const useStageAsk = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['board', 'ask', toValue(id)]),
    queryFn: () => ask(api.GET('/api/customers/{id}/stage', { params: { path: { id: toValue(id) } } })),
    staleTime: 0,
  })

export function useBoardLive(): void {
  useLive(['stage.', 'deal.', 'grade.', 'visit.'], () => void invalidate('board'))
}

export const moveTo = (id: string, to: Stage, said: { condition: Asked['condition']; note: string }[]) =>
  ask(api.PUT('/api/customers/{id}/stage', { params: { path: { id } }, body: { to, said } })).finally(() =>
    Promise.all([invalidate('board'), invalidate('customers')]),
  )

/** What still has to be said in words, and what no words help with. */
export const missing = (asked: readonly Asked[]) => ({
  say: asked.filter(one => !one.done && one.mayBeSaid),
  never: asked.filter(one => !one.done && !one.mayBeSaid),
})

/** The column beside this one, for the arrow keys. */
export const beside = (stage: Stage, key: string): Stage | undefined => {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  return step ? stages[stages.indexOf(stage) + step] : undefined
}
