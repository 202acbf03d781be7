import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, type components, invalidate } from '@/kit/api'
import { useLive } from '@/kit/live'
import { onSent } from '@/kit/outbox'

type Schemas = components['schemas']
export type Row = Schemas['CustomerRow']
export type Customer = Schemas['CustomerView']
export type Contact = Schemas['ContactView']
export type Filter = '' | 'a' | 'b' | 'c' | 'd' | 'kpUnseen' | 'due'
export type Place = { latitude: number; longitude: number }
export type Wanted = { q: string; filter: Filter; near?: Place }

const query = ({ q, filter, near }: Wanted, after: string) => ({
  ...(q ? { q } : near ? { near: `${near.latitude.toFixed(5)},${near.longitude.toFixed(5)}` } : {}),
  ...(filter ? { filter } : {}),
  ...(after ? { after } : {}),
})

export const useCustomers = (wanted: MaybeRefOrGetter<Wanted>) =>
  useInfiniteQuery({
    queryKey: computed(() => ['customers', 'list', toValue(wanted)]),
    queryFn: ({ pageParam }) => ask(api.GET('/api/customers', { params: { query: query(toValue(wanted), pageParam) } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
  })

export const useCustomer = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['customers', toValue(id)]),
    queryFn: () => ask(api.GET('/api/customers/{id}', { params: { path: { id: toValue(id) } } })),
  })

export function useCustomersLive(): void {
  useLive(['visit.', 'call.', 'deal.', 'grade.', 'customer.'], () => void invalidate('customers'))
  onScopeDispose(onSent(item => void (/^\/api\/(customers|calls|deals|visits)\//.test(item.path) && invalidate('customers'))))
}
