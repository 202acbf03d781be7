import { useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, invalidate, queries } from '@/kit/api'
import { liveStatus, useLive } from '@/kit/live'
import { heardTheTime } from './server-clock'
import type { Evening } from './wire'

/** An evening that says what time it is at the server. */
async function timed(call: () => Promise<Evening>): Promise<Evening> {
  const asked = Date.now()
  return hold(await call(), asked)
}
const byId = (id: string) => ({ params: { path: { id } } })
const ofTeam = (teamId?: string) => ({ params: { query: { teamId } } })

/** Puts an evening where every screen of this page finds it. */
export function hold(evening: Evening, asked = Date.now()): Evening {
  heardTheTime(evening.now, asked, Date.now())
  queries.setQueryData(keys.one(evening.id), evening)
  return evening
}

export const keys = {
  one: (id: string) => ['evenings', 'one', id] as const,
  tonight: (team?: string) => ['evenings', 'tonight', team ?? ''] as const,
  list: (team?: string) => ['evenings', 'list', team ?? ''] as const,
  minutes: (id: string) => ['evenings', 'minutes', id] as const,
}

/** Between two looks at the same evening, ms: thirty phones tapping at once are one look, not thirty. */
const breath = 250
/** Without the live stream we ask by ourselves. */
const slowly = 5_000

export const useTonight = (team: MaybeRefOrGetter<string | undefined> = undefined) =>
  useQuery({
    queryKey: computed(() => keys.tonight(toValue(team))),
    queryFn: () => timed(() => ask(api.GET('/api/evenings/tonight', ofTeam(toValue(team))))),
  })

export const useEvening = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => keys.one(toValue(id))),
    queryFn: () => timed(() => ask(api.GET('/api/evenings/{id}', byId(toValue(id))))),
    refetchInterval: query => (query.state.data?.state !== 'closed' && liveStatus.value !== 'live' ? slowly : false),
    staleTime: 2_000,
  })

export const useEvenings = (team: MaybeRefOrGetter<string | undefined> = undefined) =>
  useQuery({ queryKey: computed(() => keys.list(toValue(team))), queryFn: () => ask(api.GET('/api/evenings', ofTeam(toValue(team)))) })

export const useMinutes = (id: MaybeRefOrGetter<string>) =>
  useQuery({ queryKey: computed(() => keys.minutes(toValue(id))), queryFn: () => ask(api.GET('/api/evenings/{id}/minutes', byId(toValue(id)))) })

export const useOpenCases = () => useQuery({ queryKey: ['evenings', 'cases'], queryFn: async () => (await ask(api.GET('/api/cases'))).items })

export const useCommitments = (of: 'mine' | 'team') =>
  useQuery({
    queryKey: ['evenings', 'commitments', of],
    queryFn: async () => (await ask(api.GET('/api/commitments', { params: { query: { of } } }))).items,
  })

/** Looks again when something of an evening has happened, and when this phone wakes up. */
export function useEveningLive(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let more = false
  const look = () => {
    if (timer) {
      more = true
      return
    }
    void invalidate('evenings')
    timer = setTimeout(() => {
      timer = undefined
      if (more) {
        more = false
        look()
      }
    }, breath)
  }
  const seen = () => document.visibilityState === 'visible' && look()

  useLive(['evening.', 'case.', 'story.', 'commitment.', 'relief.'], look)
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
}
