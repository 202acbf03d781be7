import type { Outgoing } from './store'

/** Pauses between attempts are never longer, so a time further away was written by a clock that has been put right since. */
export const longestWait = 60_000

export const isLater = (item: Outgoing, now: number) => item.due > now && item.due - now <= longestWait

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
/** What a request makes or changes: the last id in its path. */
export const madeBy = (item: Outgoing) => item.path.match(uuid)?.at(-1)?.toLowerCase()

/** Whether the later item speaks of what the earlier one makes: the outcome of its visit. Others of the same key merely come after it. */
function standsOn(later: Outgoing, earlier: Outgoing): boolean {
  const id = madeBy(earlier)
  return later.path === earlier.path || (id !== undefined && `${later.path} ${JSON.stringify(later.body ?? '')}`.toLowerCase().includes(id))
}
const comesAfter = (later: Outgoing, earlier: Outgoing) =>
  earlier.order < later.order && (later.key === earlier.key || (later.after ?? []).includes(earlier.path))

/** What cannot go before somebody has decided about a refused item: item → that refused one. */
export function stuck(items: readonly Outgoing[]): Map<string, Outgoing> {
  const held = new Map<string, Outgoing>()
  const sorted = [...items].sort((a, b) => a.order - b.order)
  for (const item of sorted)
    for (const earlier of sorted) {
      if (item.state === 'refused' || !comesAfter(item, earlier)) continue
      const root = earlier.state === 'refused' ? earlier : held.get(earlier.id)
      if (root && (standsOn(item, earlier) || item.after?.includes(earlier.path))) held.set(item.id, root)
    }
  return held
}

/** What may be sent now: the first of each key that is neither refused nor stands on something refused. */
export function next(items: readonly Outgoing[], now: number): Outgoing[] {
  const held = stuck(items)
  const heads = new Map<string, Outgoing>()
  for (const item of [...items].sort((a, b) => a.order - b.order))
    if (item.state === 'waiting' && !held.has(item.id) && !heads.has(item.key)) heads.set(item.key, item)
  const waitsFor = (item: Outgoing) => items.some(other => item.after?.includes(other.path) && other.order < item.order)
  return [...heads.values()].filter(item => !isLater(item, now) && !waitsFor(item))
}

/** The same body without an id: a photo that is not sent is not spoken of. */
export function without(body: unknown, id: string): unknown {
  if (Array.isArray(body)) return body.filter(one => one !== id).map(one => without(one, id))
  if (body && typeof body === 'object')
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value === id ? null : without(value, id)]))
  return body
}
