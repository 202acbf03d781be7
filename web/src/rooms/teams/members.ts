import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { api, ask, type components, invalidate, type Me, useMe } from '@/kit/api'
import { useLive } from '@/kit/live'

type Schemas = components['schemas']
export type Member = Schemas['MemberView']
export type Unit = Schemas['UnitView']
export type Role = Schemas['Role']
export type WelcomeLink = Schemas['WelcomeLink']

/** Keeps the members of the whole organisation. */
export const keeps = (me: Me) => me.admin || me.role === 'hr'
/** Answers for members: may see and admit them. */
export const leads = (me: Me) => keeps(me) || me.role === 'supervisor' || me.role === 'manager'

export const roles: Role[] = ['rep', 'lead', 'supervisor', 'manager', 'support', 'content', 'hr', 'admin']

/** Fetches members and units again when somebody comes, moves or leaves. */
export function useMembersLive() {
  useLive(['member.', 'unit.'], () => {
    void invalidate('members')
    void invalidate('units')
  })
}

export function useWaiting() {
  const me = useMe()
  return useQuery({
    queryKey: ['members', 'waiting'],
    queryFn: async () => (await ask(api.GET('/api/members', { params: { query: { state: 'waiting' } } }))).items,
    enabled: computed(() => Boolean(me.value) && leads(me.value)),
  })
}

/** Everybody of a unit and below it, or all that I answer for. */
export function useMembers(unitId: MaybeRefOrGetter<string | undefined> = undefined) {
  return useQuery({
    queryKey: ['members', 'of', computed(() => toValue(unitId) ?? 'all')],
    queryFn: async () => {
      const all: Member[] = []
      let after: string | undefined
      do {
        const page = await ask(api.GET('/api/members', { params: { query: { unitId: toValue(unitId), after } } }))
        all.push(...page.items)
        after = page.next ?? undefined
      } while (after)
      return all
    },
  })
}

export const useUnits = () => useQuery({ queryKey: ['units'], queryFn: () => ask(api.GET('/api/units')) })

const of = (id: string) => ({ params: { path: { id } } })

export const admit = (id: string) => ask(api.PUT('/api/members/{id}/admission', of(id))).finally(refresh)
export const turnAway = (id: string) => ask(api.DELETE('/api/members/{id}/admission', of(id))).finally(refresh)
export const setState = (id: string, state: 'active' | 'left') =>
  ask(api.PUT('/api/members/{id}/state', { ...of(id), body: { state } })).finally(refresh)
export const changeMember = (id: string, body: Schemas['ChangedMember']) => ask(api.PUT('/api/members/{id}', { ...of(id), body })).finally(refresh)
export const invite = (body: Schemas['Invitation']) => ask(api.POST('/api/members', { body })).finally(refresh)
export const issueWelcome = (id: string) => ask(api.POST('/api/members/{id}/welcome', of(id)))
export const putUnit = (id: string, body: Schemas['ChangedUnit']) => ask(api.PUT('/api/units/{id}', { ...of(id), body })).finally(refresh)
export const deleteUnit = (id: string) => ask(api.DELETE('/api/units/{id}', of(id))).finally(refresh)

function refresh() {
  void invalidate('members')
  void invalidate('units')
}
