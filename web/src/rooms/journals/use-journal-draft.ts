import { computed, type Ref, ref, watch } from 'vue'
import { useMe } from '@/kit/api'
import { newId } from '@/kit/outbox'
import { type Draft, empty, join, keepDraft, keptDraft, longest, said, settle } from './draft'
import { submit, useWaiting } from './sending'
import type { DayView } from './wire'

/** The journal of one day as it is written: kept with each letter, sent through the outbox, and told apart from what another phone wrote. */
export function useJournalDraft(day: Ref<string>, view: Ref<DayView | undefined>) {
  const me = useMe()
  const open = () => keptDraft(me.value.id, day.value) ?? empty(newId())
  const draft = ref(open()) as Ref<Draft>
  const outbox = useWaiting(day)
  const journal = computed(() => view.value?.journal ?? undefined)

  const hold = (next: Draft) => {
    draft.value = next
    keepDraft(me.value.id, day.value, next)
  }
  watch(day, () => void (draft.value = open()))
  watch(
    [journal, day],
    () => {
      const settled = settle(draft.value, journal.value)
      hold(settled.touched ? settled : { ...settled, templateId: view.value?.template.id ?? null })
    },
    { immediate: true },
  )

  const write = (change: Partial<Draft>) =>
    hold({ ...draft.value, templateId: view.value?.template.id ?? draft.value.templateId, ...change, touched: true })
  const elsewhere = computed(
    () => journal.value !== undefined && draft.value.touched && !outbox.waiting.value && draft.value.basedOn !== Number(journal.value.version),
  )

  return {
    draft,
    journal,
    write,
    waiting: outbox.waiting,
    refused: outbox.refused,
    /** Another phone wrote about this day meanwhile. */
    elsewhere,
    tooLong: computed(() => [draft.value.win, draft.value.block, draft.value.support].some(text => text.trim().length > longest)),
    ready: computed(() => draft.value.touched && (draft.value.win.trim() + draft.value.block.trim()).length > 0),
    joined: () => journal.value && hold(join(draft.value, journal.value)),
    mine: () => journal.value && hold({ ...draft.value, id: journal.value.id, basedOn: Number(journal.value.version) }),
    theirs: async () => {
      await outbox.clear()
      if (journal.value) hold(settle({ ...draft.value, touched: false }, journal.value))
    },
    /** Forgets what was typed here, since it went another way. */
    forget: async () => {
      await outbox.clear()
      hold(settle({ ...draft.value, touched: false }, journal.value))
    },
    send: async () => {
      await outbox.clear()
      const next = { ...draft.value, basedOn: outbox.version.value ?? draft.value.basedOn }
      await submit(next, day.value)
      hold({ ...next, sent: said(next) })
    },
  }
}
