import { reactive, watch } from 'vue'
import type { Line, Verdict } from './inventories-data'

/** What is being written for a customer, kept until it is saved: the page turns for both, and nobody loses a word by it. */
export type Draft = { verdict: Verdict | ''; reason: string; nextAction: string; nextOn: string }

const key = (inventory: string, customer: string) => `vesper.inventory.${inventory}.${customer}`

export function useDraft(inventory: string, line: Line) {
  const said: Draft = { verdict: line.verdict ?? '', reason: line.reason, nextAction: line.nextAction, nextOn: line.nextOn ?? '' }
  const place = key(inventory, line.customerId)
  const draft = reactive({ ...said, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Draft>) })
  watch(draft, now => {
    try {
      localStorage.setItem(place, JSON.stringify(now))
    } catch {
      // A phone without room keeps it on the page only.
    }
  })
  return { draft, drop: () => localStorage.removeItem(place) }
}
