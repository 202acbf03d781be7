import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components } from '@/kit/api'

export type Asset = components['schemas']['AssetView']

export const useAsset = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['customers', toValue(id), 'asset']),
    queryFn: () => ask(api.GET('/api/customers/{id}/asset', { params: { path: { id: toValue(id) } } })),
  })

export const useAssets = () => useQuery({ queryKey: ['customers', 'assets'], queryFn: () => ask(api.GET('/api/assets')) })

export const points = (value: number | string) => Number(value).toFixed(Number(value) < 10 ? 1 : 0)
export const percent = (share: number | string) => `${Math.round(Number(share) * 100)} %`
