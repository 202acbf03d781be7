import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate, useMe } from '@/kit/api'
import { send } from '@/kit/api/client'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Import = Schemas['ImportView']
export type Field = Import['fields'][number]
export type Issue = Schemas['ImportIssue']
export type Preview = Schemas['ImportPreview']
export type To = Import['to']

export const fields: Field[] = [
  'ignore',
  'name',
  'shortName',
  'city',
  'industry',
  'employees',
  'address',
  'contact',
  'title',
  'phone',
  'owner',
  'nextStep',
  'nextOn',
]

export const moves = (one?: Pick<Import, 'state'>) => one?.state === 'running' || one?.state === 'undoing'

export const useImports = () => useQuery({ queryKey: ['imports', 'list'], queryFn: () => ask(api.GET('/api/imports')) })

/** While it runs the server tells of every batch; should its word be late, we look ourselves. */
export const useImport = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['imports', 'one', toValue(id)]),
    queryFn: () => ask(api.GET('/api/imports/{id}', { params: { path: { id: toValue(id) } } })),
    refetchInterval: query => (moves(query.state.data) ? 3000 : false),
  })

export function useImportsLive(): void {
  useLive(['import.'], () => void invalidate('imports'))
}

export const drop = (id: string, file: File) =>
  send(`/api/imports/${id}?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  }) as Promise<Import>

const at = (id: string) => ({ params: { path: { id } } })
export const look = (id: string, body: Schemas['NewColumns']) => ask(api.PUT('/api/imports/{id}/columns', { ...at(id), body }))
const done = () => Promise.all([invalidate('imports'), invalidate('customers'), invalidate('pool')])
export const run = (id: string) => ask(api.PUT('/api/imports/{id}/run', at(id))).finally(done)
export const undo = (id: string) => ask(api.PUT('/api/imports/{id}/undo', at(id))).finally(done)

/** Who may be given rows: the active sellers of my units. */
export const useSellers = (on: MaybeRefOrGetter<boolean>) => {
  const me = useMe()
  return useQuery({
    queryKey: ['members', 'sellers'],
    enabled: computed(() => toValue(on) && ['supervisor', 'manager'].includes(me.value.role)),
    queryFn: async () => {
      const all: Schemas['MemberView'][] = []
      let after: string | undefined
      do {
        const page = await ask(api.GET('/api/members', { params: { query: { state: 'active', ...(after ? { after } : {}) } } }))
        all.push(...page.items)
        after = page.next ?? undefined
      } while (after)
      return all.filter(one => ['rep', 'lead', 'supervisor', 'manager'].includes(one.role))
    },
  })
}
