import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import { discard, enqueue, newId, useOutbox } from '@/kit/outbox'
import { t } from '@/kit/text'
import { day as dayWords } from '@/kit/time'
import { type Draft, toBody } from './draft'
import type { Named, Proposal } from './wire'

/** Everything here is kept on the phone first and sent once, in order per day. */

const key = (day: string) => `journal ${day}`
type Body = { basedOn?: number }

/** What of this day still waits in the outbox, or was not taken. */
export function useWaiting(day: MaybeRefOrGetter<string>) {
  const { items } = useOutbox()
  const mine = computed(() => items.value.filter(item => item.key === key(toValue(day))))
  return {
    waiting: computed(() => mine.value.some(item => item.state === 'waiting')),
    refused: computed(() => mine.value.find(item => item.state === 'refused')),
    /** The version this day will have when all that waits has been taken. */
    version: computed(() => {
      const last = mine.value.findLast(item => item.state === 'waiting' && !item.path.endsWith('/addendum'))
      return last ? Number((last.body as Body).basedOn ?? 0) + 1 : undefined
    }),
    /** What was refused is written anew: the draft holds it. */
    clear: () => Promise.all(mine.value.filter(item => item.state === 'refused').map(item => discard(item.id))),
  }
}

const label = (day: string) => `${t('journals.title')} · ${dayWords(day)}`

export const submit = (draft: Draft, day: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/journals/${draft.id}`,
    body: toBody(draft, day),
    label: label(day),
    key: key(day),
    change: `/journal?day=${day}`,
  })

export const add = (journal: string, day: string, text: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/journals/${journal}/addendum`,
    body: { text },
    label: label(day),
    key: key(day),
    change: `/journal?day=${day}`,
  })

export const share = (journal: string, day: string) =>
  enqueue({
    method: 'PUT',
    path: `/api/journals/${journal}/sharing`,
    body: {},
    label: `${t('journals.share')} · ${dayWords(day)}`,
    key: key(day),
    change: `/journal?day=${day}`,
  })

export const unshare = (journal: string, day: string) =>
  enqueue({ method: 'DELETE', path: `/api/journals/${journal}/sharing`, label: `${t('journals.unshare')} · ${dayWords(day)}`, key: key(day) })

export type Promised = { by: 'author' | 'writer'; text: string; dueOn: string }

export const reply = (journal: string, who: string, text: string, promise: Promised | null) =>
  enqueue({
    method: 'PUT',
    path: `/api/journals/${journal}/replies/${newId()}`,
    body: { text, promise },
    label: `${t('journals.reply')} · ${who}`,
    key: `reply ${journal}`,
    change: `/journals/${journal}`,
  })

/** The visits of the day plan, as the plan's own page sends them. */
export const planVisit = (customer: Named, day: string, position: number, purpose = '', id = newId()) =>
  enqueue({
    method: 'PUT',
    path: `/api/planned-visits/${id}`,
    body: { customerId: customer.id, day, purpose, position },
    label: `${t('journals.tomorrow')} · ${customer.name}`,
    key: `plan ${id}`,
    after: [`/api/customers/${customer.id}`],
    change: `/plan?day=${day}`,
  })

export const dropVisit = (id: string, name: string) =>
  enqueue({ method: 'DELETE', path: `/api/planned-visits/${id}`, label: `${t('journals.tomorrow')} · ${name}`, key: `plan ${id}` })

/** Yes or no to something for the archive; the server reads it anew from her own words. */
export const answerProposal = (one: Proposal, accepted: boolean) =>
  enqueue({
    method: 'PUT',
    path: `/api/archive-proposals/${one.id}`,
    body: { accepted, day: one.day },
    label: `${t('journals.proposals')} · ${one.customerName}`,
    key: `proposal ${one.id}`,
    change: `/journal?day=${one.day}`,
  })
