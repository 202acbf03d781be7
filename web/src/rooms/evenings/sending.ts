import { computed, type MaybeRefOrGetter, onScopeDispose, toValue } from 'vue'
import { invalidate } from '@/kit/api'
import { enqueue, newId, onSent, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import type { CommitmentState, Stage } from './wire'

/** Words and promises go through the outbox: kept on the phone at once, sent once, also after a reload or a dead spot. */
export const giveAdvice = (caseId: string, text: string, about: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/cases/${caseId}/advices/${newId()}`,
    body: { text },
    label: t('evenings.outAdvice', { about }),
    key: `case ${caseId}`,
  })

export type NewCase = { customerId: string | null; stage: Stage; kpMet: boolean; blockedBy: string; wanted: string }
export const raiseCase = (body: NewCase, about: string) => {
  const id = newId()
  return enqueue({ method: 'PUT', path: `/api/cases/${id}`, body, label: t('evenings.outCase', { about }), key: `case ${id}` })
}

export type NewStory = { customerId: string | null; stage: Stage; how: string; methods: string; learned: string }
export const tellStory = (id: string, body: NewStory) =>
  enqueue({ method: 'PUT', path: `/api/stories/${id}`, body, label: t('evenings.outStory'), key: `story ${id}` })

/** A promise with a date. From an advice its text is the advice itself. */
export const promise = (origin: 'advice' | 'story' | 'own', originId: string | null, dueOn: string, text: string | null = null) =>
  enqueue({
    method: 'PUT',
    path: `/api/commitments/${newId()}`,
    body: { origin, originId, text, dueOn },
    label: t('evenings.outPromise'),
    key: `promise ${originId ?? text}`,
  })

export const answerCommitment = (id: string, state: Exclude<CommitmentState, 'open'>, result: string) =>
  enqueue({ method: 'PUT', path: `/api/commitments/${id}/answer`, body: { state, result }, label: t('evenings.outAnswer'), key: `commitment ${id}` })

const ours = /^\/api\/(cases|stories|commitments)\//

/** What of ours is still on this phone, by the beginning of its path. */
export function usePending(prefix: MaybeRefOrGetter<string>) {
  const { items } = useOutbox()
  return computed(() => items.value.filter(item => item.state === 'waiting' && item.path.startsWith(toValue(prefix))))
}

/** The things promised on this phone and not yet confirmed, by what they came from. */
export function usePromised() {
  const waiting = usePending('/api/commitments/')
  return computed(() => new Set(waiting.value.map(item => (item.body as { originId?: string | null })?.originId ?? '')))
}

/** Looks again when what was kept here has arrived. */
export function useSent(): void {
  onScopeDispose(onSent(item => void (ours.test(item.path) && invalidate('evenings'))))
}
