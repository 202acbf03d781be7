import { computed, type Ref, ref } from 'vue'
import { api, ask, invalidate, queries, useMe } from '@/kit/api'
import { tellFailure } from '@/kit/ui/notices'
import { hold, keys } from './evening-data'
import type { Evening, PlanLine, Relief, Takeaway } from './wire'

export { keys, useCommitments, useEvening, useEveningLive, useEvenings, useMinutes, useOpenCases, useTonight } from './evening-data'

type Change = (evening: Evening) => Partial<Evening>
type Call = Parameters<typeof ask<Evening>>[0]

/**
 * What a member does in an evening. The screen changes at once; a refusal takes it back and says why. While one is on
 * its way the same one is not sent again, however often it is tapped.
 */
export function useEveningActions(evening: Ref<Evening>) {
  const me = useMe()
  const running = ref(new Set<string>())
  const busy = computed(() => running.value.size > 0)

  async function run(name: string, call: () => Call, change?: Change): Promise<boolean> {
    if (running.value.has(name)) return false
    running.value.add(name)
    if (change) queries.setQueryData<Evening>(keys.one(evening.value.id), now => now && { ...now, ...change(now) })
    try {
      const asked = Date.now()
      hold(await ask(call()), asked)
      return true
    } catch (failure) {
      tellFailure(failure)
      return false
    } finally {
      running.value.delete(name)
      void invalidate('evenings')
    }
  }

  /** With the version the host saw: two hosts at once are told apart by it. */
  const at = <T extends object>(more: T = {} as T) => ({ ...id(), body: { version: evening.value.version, ...more } })
  const id = () => ({ params: { path: { id: evening.value.id } } })
  const relief =
    (change: (now: Relief) => Partial<Relief>): Change =>
    now => ({ relief: { ...now.relief, ...change(now.relief) } })
  const self =
    (change: object): Change =>
    now => ({ members: now.members.map(one => (one.memberId === me.value.id ? { ...one, ...change } : one)) })
  const hand = (wants: boolean) =>
    relief(now => ({
      turns: [
        ...now.turns.filter(one => one.memberId !== me.value.id),
        ...(wants ? [{ memberId: me.value.id, memberName: me.value.shortName, state: 'waiting' as const, startedAt: null, heard: 0 }] : []),
      ],
    }))

  return {
    busy,
    open: () => run('opening', () => api.PUT('/api/evenings/{id}/opening', at())),
    takeOver: () => run('host', () => api.PUT('/api/evenings/{id}/host', at())),
    goTo: (itemId: string) => run('course', () => api.PUT('/api/evenings/{id}/course', at({ itemId }))),
    close: () => run('closing', () => api.PUT('/api/evenings/{id}/closing', at())),
    plan: (lines: PlanLine[]) => run('agenda', () => api.PUT('/api/evenings/{id}/agenda', at({ items: lines.map(line => ({ ...blank, ...line })) }))),
    here: () => run('attendance', () => api.PUT('/api/evenings/{id}/attendance', id()), self({ present: true })),
    checkout: (takeaway: Takeaway, firstVisit: { customerId: string; purpose: string } | null) =>
      run('checkout', () => api.PUT('/api/evenings/{id}/checkout', { ...id(), body: { takeaway, firstVisit } }), self({ takeaway })),
    mood: (mood: number) =>
      run(
        'mood',
        () => api.PUT('/api/evenings/{id}/mood', { ...id(), body: { mood } }),
        relief(now => ({ mine: true, moods: now.moods + (now.mine ? 0 : 1) })),
      ),
    meToo: () =>
      run(
        'me-too',
        () => api.PUT('/api/evenings/{id}/mood/me-too', id()),
        relief(now => ({ meToo: now.meToo + (now.myMeToo ? 0 : 1), myMeToo: true })),
      ),
    turn: (wants: boolean) => run('turn', () => api.PUT('/api/evenings/{id}/turn', { ...id(), body: { wants } }), hand(wants)),
    speaker: (memberId: string | null) => run('speaker', () => api.PUT('/api/evenings/{id}/speaker', { ...id(), body: { memberId } })),
    heard: () => run('heard', () => api.PUT('/api/evenings/{id}/speaker/heard', id())),
    step: () => run('step', () => api.PUT('/api/evenings/{id}/speaker/step', id())),
  }
}

/** A line of a plan names only what it is about. */
const blank = { id: null, kind: null, caseId: null, storyId: null, memberId: null, title: null }
