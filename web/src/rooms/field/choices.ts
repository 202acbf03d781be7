import { computed, type Ref } from 'vue'
import { useOutbox } from '@/kit/outbox'
import { useCustomer, useFound, useNear, useNewest, useToday } from './field-data'
import { useSettled } from './settled'
import type { NewCustomer, Place } from './wire'

export type Choice = { id: string; name: string; city: string; grade: string; purpose?: string; metres?: number | null }
export type ChoiceGroup = { title: 'chosen' | 'planned' | 'near' | 'recent' | 'found'; choices: Choice[] }

/**
 * Whom to choose from: who was asked for, what is planned, what is near, what was made on this phone a moment ago or touched last; or what the typed words
 * find, on the phone too.
 */
export function useChoices(words: Ref<string>, here: Ref<Place | undefined>, wanted?: string) {
  const { data: today } = useToday()
  const newest = useNewest()
  const near = useNear(here)
  const settled = useSettled(words)
  const found = useFound(settled)
  const { items } = useOutbox()

  /** Made at a door without a network: they wait in the outbox, and a check-in may follow them. */
  const made = computed<Choice[]>(() =>
    items.value.flatMap(item => {
      const id = /^\/api\/customers\/([^/]+)$/.exec(item.path)?.[1]
      const body = item.body as NewCustomer | undefined
      return id && body ? [{ id, name: body.shortName || body.name, city: body.city ?? '', grade: 'd' }] : []
    }),
  )
  const rows = (from: typeof newest.data) =>
    (from.value ?? []).map(row => ({ id: row.id, name: row.shortName || row.name, city: row.city, grade: row.grade, metres: row.distanceMetres }))

  const known = computed(() => [...made.value, ...rows(newest.data)].find(one => one.id === wanted))
  const { data: asked } = useCustomer(computed(() => (newest.isFetchedAfterMount.value && !known.value ? wanted : undefined)))
  const chosen = computed<Choice[]>(() => {
    if (known.value) return [known.value]
    return asked.value
      ? [{ id: asked.value.id, name: asked.value.shortName || asked.value.name, city: asked.value.city, grade: asked.value.grade }]
      : []
  })

  const planned = computed<Choice[]>(() =>
    (today.value?.plannedVisits ?? [])
      .filter(visit => !visit.visitId)
      .map(visit => ({ id: visit.customerId, name: visit.customerName, city: '', grade: visit.grade, purpose: visit.purpose })),
  )
  const groups = computed<ChoiceGroup[]>(() => {
    const wanted = words.value.trim()
    if (wanted) {
      // What the phone knows answers at once and without a network; the server's answer takes its place.
      const known = (newest.data.value ?? []).filter(row => `${row.shortName}${row.name}${row.city}`.toLowerCase().includes(wanted.toLowerCase()))
      const server = settled.value === wanted && !found.isError.value && !found.isPlaceholderData.value ? found.data.value : undefined
      return [{ title: 'found', choices: rows({ value: server ?? known } as typeof newest.data) }]
    }
    const seen = new Set<string>()
    // Only what is shown counts as seen: a customer too far down the near ones may still be among the recent.
    const fresh = (choices: Choice[], most: number) => {
      const shown = choices.filter(choice => !seen.has(choice.id)).slice(0, most)
      for (const choice of shown) seen.add(choice.id)
      return shown
    }
    const all: ChoiceGroup[] = [
      {
        title: 'chosen',
        choices: fresh(
          chosen.value.filter(one => !planned.value.some(plan => plan.id === one.id)),
          1,
        ),
      },
      { title: 'planned', choices: fresh(planned.value, 20) },
      { title: 'near', choices: fresh(rows(near.data), 8) },
      { title: 'recent', choices: fresh([...made.value, ...rows(newest.data)], 12) },
    ]
    return all.filter(group => group.choices.length)
  })
  const ready = computed(() => newest.data.value !== undefined || newest.isError.value)
  return { groups, ready, searching: found.isFetching }
}
