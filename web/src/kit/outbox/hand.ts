import { newId } from '@/kit/id'
import type { Outgoing } from './store'

/**
 * What was said a moment ago, until the database has it: written at once, while a database takes its time. A page that is closed in that moment loses nothing.
 * Photos go along as text while they fit; a bigger one is asked for again.
 */
type Held = Omit<Outgoing, 'order'> & { tab: string; bytes?: string }

const prefix = 'vesper.outbox.hand.'
const tab = newId()
const lockOf = (name: string) => `vesper.outbox.tab.${name}`
let known = false

/** Browsers keep some 5 MB of this for a site; a photo of the phone's canvas has a tenth of it. */
const mostBytes = 1_500_000
const asText = (bytes: ArrayBuffer) => {
  const all = new Uint8Array(bytes)
  let text = ''
  for (let at = 0; at < all.length; at += 0x8000) text += String.fromCharCode(...all.subarray(at, at + 0x8000))
  return btoa(text)
}
const asBytes = (text: string) => Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer

/** Notes it; the answer lets go of it. */
export function hold(item: Omit<Outgoing, 'order'>, bytes?: ArrayBuffer): () => void {
  if (bytes && bytes.byteLength > mostBytes) return () => {}
  if (!known) void navigator.locks?.request(lockOf(tab), () => new Promise(() => {})).catch(() => {}) // says that this tab lives
  known = true
  try {
    localStorage.setItem(prefix + item.id, JSON.stringify({ ...item, tab, ...(bytes && { bytes: asText(bytes) }) } satisfies Held))
  } catch {
    return () => {} // a full phone: then it is as safe as the database is quick
  }
  return () => letGo(item.id)
}

const letGo = (id: string) => localStorage.removeItem(prefix + id)

/** Hands over what tabs that are gone left behind, in the order it was said. */
export async function pickUp(owner: string, keep: (item: Omit<Outgoing, 'order'>, bytes?: ArrayBuffer) => Promise<unknown>): Promise<void> {
  const left = Object.keys(localStorage).filter(name => name.startsWith(prefix))
  if (!left.length) return
  const living = new Set((await navigator.locks?.query().catch(() => undefined))?.held?.map(lock => lock.name))
  const held = left
    .map(name => JSON.parse(localStorage.getItem(name) ?? 'null') as Held | null)
    .filter(item => item !== null)
    .filter(item => item.owner === owner && item.tab !== tab && !living.has(lockOf(item.tab)))
    .sort((a, b) => a.tab.localeCompare(b.tab) || a.id.localeCompare(b.id))
  for (const { tab: _, bytes, ...item } of held) {
    await keep(item, bytes === undefined ? undefined : asBytes(bytes))
    letGo(item.id)
  }
}
