import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'
import { t } from '@/kit/text'
import { day } from '@/kit/time'

type Schemas = components['schemas']
export type PoolRow = Schemas['PoolRow']
export type Move = Schemas['PoolMoveView']
export type Rules = Schemas['PoolRulesView']
export type Protection = Schemas['ProtectionView']

export const usePool = (words: MaybeRefOrGetter<string>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['pool', 'list', toValue(words)]),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/pool', { params: { query: { ...(toValue(words) ? { q: toValue(words) } : {}), ...(pageParam ? { after: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })

export const useLeaving = () => useQuery({ queryKey: ['pool', 'leaving'], queryFn: () => ask(api.GET('/api/pool/leaving')) })

export const useMoves = () =>
  useInfiniteQuery({
    queryKey: ['pool', 'moves'],
    queryFn: ({ pageParam }) => ask(api.GET('/api/pool/moves', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
  })

export const useRules = () => useQuery({ queryKey: ['pool', 'rules'], queryFn: () => ask(api.GET('/api/pool-rules')) })

export const useProtection = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['pool', 'protection', toValue(id)]),
    queryFn: () => ask(api.GET('/api/customers/{id}/protection', { params: { path: { id: toValue(id) } } })),
  })

export function usePoolLive(): void {
  useLive(['pool.', 'owner.'], () => void Promise.all([invalidate('pool'), invalidate('customers')]))
}

const done = () => Promise.all([invalidate('pool'), invalidate('customers')])
const at = (id: string) => ({ params: { path: { id } } })

export const claim = (id: string) => ask(api.PUT('/api/pool/{id}/claim', at(id))).finally(done)
export const giveBack = (id: string, reason: string) => ask(api.PUT('/api/customers/{id}/return', { ...at(id), body: { reason } })).finally(done)
export const giveTo = (id: string, memberId: string, reason: string) =>
  ask(api.PUT('/api/customers/{id}/owner', { ...at(id), body: { memberId, reason } })).finally(done)

/** Who had it and who has it: 「小林 → 公海，到期」. */
export const handsOf = (move: Move) =>
  t(`customers.pool.moved.${move.kind === 'returned' && move.byName === move.fromName ? 'returnedOwn' : move.kind}`, {
    from: move.fromName || t('customers.pool.title'),
    to: move.toName || t('customers.pool.title'),
    by: move.byName,
  })

/** By which count a clock ends or has ended: 「A 级 14 天没有有效跟进，从 3 月 2 日算起，请假和放假 3 天不算」. */
export const counted = (by: {
  cause?: 'followUp' | 'noDeal' | null
  grade?: string
  days?: number | string | null
  countedFrom?: string | null
  stopped?: number | string | null
}) =>
  [
    t(`customers.pool.cause.${by.cause}`, { grade: by.grade?.toUpperCase() ?? '', days: Number(by.days) }),
    by.countedFrom && t('customers.pool.from', { day: day(by.countedFrom) }),
    Number(by.stopped) > 0 && t('customers.pool.stopped', Number(by.stopped)),
  ]
    .filter(Boolean)
    .join(t('customers.pool.comma'))
