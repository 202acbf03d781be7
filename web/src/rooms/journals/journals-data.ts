import { useInfiniteQuery, useQuery } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { api, ask, invalidate, useMe } from '@/kit/api'
import { useLive } from '@/kit/live'
import { onSent } from '@/kit/outbox'
import type { DayView } from './wire'

const kept = (member: string, day: string) => `vesper.journals.${member}.${day}`

function recall(member: string, day: string): DayView | undefined {
  try {
    return JSON.parse(localStorage.getItem(kept(member, day)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function remember(member: string, day: string, view: DayView): DayView {
  try {
    // Only the last day asked for: what a journal is written on without a network.
    for (const key of Object.keys(localStorage)) if (key.startsWith(kept(member, ''))) localStorage.removeItem(key)
    localStorage.setItem(kept(member, day), JSON.stringify(view))
  } catch {
    // A full store costs us the memory, never the answer.
  }
  return view
}

/** Who leads: answers journals, and sees those of the team. */
export function useLeads() {
  const me = useMe()
  return computed(() => ['supervisor', 'manager'].includes(me.value.role))
}

/** Who writes and reads journals at all. */
export function useWrites() {
  const me = useMe()
  return computed(() => ['rep', 'lead', 'supervisor', 'manager'].includes(me.value.role))
}

/** A day of mine. Without a network it is as this phone saw it last. */
export function useJournalDay(day: MaybeRefOrGetter<string>) {
  const me = useMe()
  return useQuery({
    queryKey: computed(() => ['journals', 'day', toValue(day)]),
    queryFn: async () => {
      const asked = toValue(day)
      return remember(me.value.id, asked, await ask(api.GET('/api/journals/day', { params: { query: { day: asked } } })))
    },
    initialData: () => recall(me.value.id, toValue(day)),
    initialDataUpdatedAt: 0,
  })
}

export const useJournal = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['journals', 'one', toValue(id)]),
    queryFn: () => ask(api.GET('/api/journals/{id}', { params: { path: { id: toValue(id) } } })),
  })

export const useJournals = (of: MaybeRefOrGetter<'mine' | 'team'>, words: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean> = true) =>
  useInfiniteQuery({
    queryKey: computed(() => ['journals', 'list', toValue(of), toValue(words)]),
    queryFn: ({ pageParam }) =>
      ask(api.GET('/api/journals', { params: { query: { of: toValue(of), q: toValue(words) || undefined, after: pageParam || undefined } } })),
    initialPageParam: '',
    getNextPageParam: last => last.next ?? undefined,
    placeholderData: before => before,
    enabled: () => toValue(enabled),
  })

export const useTeamDay = (day: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({
    queryKey: computed(() => ['journals', 'team', toValue(day)]),
    queryFn: () => ask(api.GET('/api/journals/team', { params: { query: { day: toValue(day) } } })),
    enabled: () => toValue(enabled),
  })

export const useQueue = (enabled: MaybeRefOrGetter<boolean>) =>
  useQuery({ queryKey: ['journals', 'queue'], queryFn: () => ask(api.GET('/api/journals/queue')), enabled: () => toValue(enabled) })

export const useTemplate = () => useQuery({ queryKey: ['journals', 'template'], queryFn: () => ask(api.GET('/api/journal-template')) })

export const usePlanOf = (day: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['plan', toValue(day)]),
    queryFn: () => ask(api.GET('/api/planned-visits', { params: { query: { day: toValue(day) } } })),
  })

export const useProposals = (day: MaybeRefOrGetter<string>) =>
  useQuery({
    queryKey: computed(() => ['journals', 'proposals', toValue(day)]),
    queryFn: () => ask(api.GET('/api/archive-proposals', { params: { query: { day: toValue(day) } } })),
  })

/** Looks again when a journal, a reply, the day itself or the plan has changed. */
export function useJournalsLive(): void {
  useLive(['journal.', 'journal-template.'], () => void invalidate('journals'))
  useLive(['visit.', 'check-in.', 'deal.', 'grade.', 'call.'], () => void invalidate('journals', 'day'))
  useLive(['plan.'], () => void invalidate('plan'))
  onScopeDispose(
    onSent(item => {
      if (item.path.startsWith('/api/journals/') || item.path.startsWith('/api/archive-proposals/')) void invalidate('journals')
      if (item.path.startsWith('/api/planned-visits/')) void invalidate('plan')
    }),
  )
}
