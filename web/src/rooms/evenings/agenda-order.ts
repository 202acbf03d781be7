import type { Act, Evening, Item, PlanLine } from './wire'

export const acts: Act[] = ['relief', 'nourish', 'lift', 'checkout']

/** The items that are played, in their order. */
export const played = (items: readonly Item[]) =>
  items.filter(item => item.state !== 'dropped' && item.state !== 'carried').sort((a, b) => a.position - b.position)

export const currentItem = (evening: Evening) => evening.items.find(item => item.id === evening.currentItemId)

/** What the remote's two arrows lead to; nothing beyond the ends. */
export function around(evening: Evening): { before?: Item; after?: Item } {
  const items = played(evening.items)
  const here = items.findIndex(item => item.id === evening.currentItemId)
  return here < 0 ? { after: items[0] } : { before: items[here - 1], after: items[here + 1] }
}

/** Moves an item past its neighbour; acts keep their order (S), so an item moves only within its own. */
export function moved(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const from = items.findIndex(item => item.id === id)
  const to = from + by
  if (from < 0 || items[to]?.act !== items[from]!.act) return [...items]
  return placed(items, id, to)
}

/** Puts an item at a place, or at the nearest place its act allows. */
export function placed(items: readonly Item[], id: string, to: number): Item[] {
  const item = items.find(one => one.id === id)
  if (!item) return [...items]
  const rest = items.filter(one => one.id !== id)
  const first = rest.filter(one => acts.indexOf(one.act) < acts.indexOf(item.act)).length
  const last = rest.filter(one => acts.indexOf(one.act) <= acts.indexOf(item.act)).length
  const place = Math.min(last, Math.max(first, to))
  return [...rest.slice(0, place), item, ...rest.slice(place)]
}

export const without = (items: readonly Item[], id: string) => items.filter(item => item.id !== id)

/** As the host sends it. */
export const asPlan = (items: readonly Item[]): PlanLine[] => items.map(({ id, minutes }) => ({ id, minutes }))

/** Sum of the minutes planned. */
export const minutesOf = (items: readonly Item[]) => items.reduce((sum, item) => sum + item.minutes, 0)
