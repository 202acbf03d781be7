import { readonly, ref } from 'vue'
import { Problem } from '@/kit/api/problem'
import { newId } from '@/kit/id'
import { hold, pickUp } from './hand'
import { NoRoom } from './no-room'
import { madeBy } from './order'
import type { Sending } from './sender'
import type { Space } from './space'
import type { Outgoing } from './store'

export { newId } from '@/kit/id'
export { NoRoom } from './no-room'
export { stuck } from './order'
export type { Space } from './space'
export type { Outgoing } from './store'

/**
 * What is to be sent: a body as JSON, or a blob as it is, with its own type. `path` carries an id made with `newId()`, so sending twice is saving once.
 * `key` (default: the path) orders; `after` waits for paths of other keys; `change` is where it can be said differently if it is refused.
 */
export type ToSend = Pick<Outgoing, 'method' | 'path' | 'label' | 'after' | 'change'> & { body?: unknown; blob?: Blob; key?: string }

type Sent = (item: Outgoing, answer: unknown) => void

const items = ref<Outgoing[]>([])
const inFlight = ref<string[]>([])
const room = ref<Space>('fine')
const sentListeners = new Set<Sent>()
const refusedListeners = new Set<(item: Outgoing) => void>()
let owner: string | undefined
let watching: { unsubscribe(): void } | undefined
let running: Promise<number | undefined> = Promise.resolve(undefined)
let timer: ReturnType<typeof setTimeout> | undefined

// Dexie is loaded when it is first needed, not with the first paint.
const parts = async () => {
  const [store, sender, turns, space] = await Promise.all([import('./store'), import('./sender'), import('./turns'), import('./space')])
  return { ...sender, ...turns, ...space, store }
}

/**
 * Kept on the phone when this resolves; sent as soon as the network allows, once, in order per key. A phone that cannot keep it sends it at once instead;
 * where neither goes it throws `NoRoom`, and the page leaves what was typed where it is.
 */
export async function enqueue(given: ToSend): Promise<Outgoing> {
  const item = outgoing(given)
  if (!given.blob) return await keepOne(item, undefined, hold(item))
  const bytes = await given.blob.arrayBuffer()
  return await keepOne(item, bytes, hold(item, bytes))
}

/** The same for what belongs together, photos and what shows them: a page that closes now has kept all of it or nothing. */
export async function enqueueAll(given: readonly ToSend[]): Promise<void> {
  const bytes = await Promise.all(given.map(one => one.blob?.arrayBuffer()))
  const held = given.map(outgoing).map((item, i) => ({ item, bytes: bytes[i], letGo: hold(item, bytes[i]) }))
  try {
    for (const one of held) await keepOne(one.item, one.bytes, one.letGo)
  } finally {
    for (const one of held) one.letGo()
  }
}

function outgoing({ blob, body, ...given }: ToSend): Omit<Outgoing, 'order'> {
  if (!owner) throw new Error('the outbox is opened at sign-in')
  return {
    key: given.path,
    ...given,
    ...(blob ? { blob: { type: blob.type, size: blob.size } } : { body: body === undefined ? undefined : JSON.parse(JSON.stringify(body)) }),
    id: newId(),
    owner,
    state: 'waiting' as const,
    tries: 0,
    due: 0,
  }
}

async function keepOne(item: Omit<Outgoing, 'order'>, bytes: ArrayBuffer | undefined, letGo: () => void): Promise<Outgoing> {
  try {
    const { store, askToStay } = await parts()
    try {
      await store.ready()
      const kept = await store.keep(item, bytes && { bytes })
      askToStay()
      soon()
      return kept
    } catch (failure) {
      return await atOnce({ ...item, order: 0 }, bytes, failure)
    }
  } finally {
    letGo()
  }
}

/** For a phone that keeps nothing more; not past others of its key that wait. */
async function atOnce(item: Outgoing, bytes: ArrayBuffer | undefined, why: unknown): Promise<Outgoing> {
  void lookForSpace()
  if (items.value.some(other => other.key === item.key || item.after?.includes(other.path))) throw new NoRoom('no room', { cause: why })
  const { deliver } = await parts()
  const answer = await deliver(item, '', bytes).catch(failure => {
    throw failure instanceof Problem && failure.status < 500 ? failure : new NoRoom('no room', { cause: why })
  })
  sending.sent(item, answer)
  return item
}

let look = () => {}
const sending: Sending = {
  sent: (item, answer) => sentListeners.forEach(listener => void listener(item, answer)),
  refused: item => refusedListeners.forEach(listener => void listener(item)),
  flying: ids => void (inFlight.value = ids),
  changed: () => new Promise<void>(done => void (look = done)),
}

/** Sends what waits, now. One tab sends at a time. */
export async function flush(): Promise<void> {
  const me = owner
  if (!me) return
  const { sendAll, inTurn, store } = await parts()
  await store.ready()
  look()
  running = running
    .catch(() => {})
    .then(async () => {
      const turn = await inTurn(() => sendAll(me, sending))
      return 'wait' in turn ? turn.wait : turn.done
    })
  const again = await running
  clearTimeout(timer)
  if (again !== undefined && owner === me) timer = setTimeout(soon, again)
}

/** A store that fails now is looked at again at the next occasion; nothing in it is touched meanwhile. */
const soon = () => void flush().catch(() => void lookForSpace())

/** Gives a refused item another try. */
export async function retry(id: string): Promise<void> {
  const { store } = await parts()
  await store.database.outgoing.update(id, { state: 'waiting', due: 0, tries: 0, refusal: undefined })
  await flush()
}
/** Gives an item up, with what cannot be without it (see `goesWith`); the rest goes on. The answer is the way back. */
export async function discard(id: string): Promise<() => Promise<void>> {
  const { store } = await parts()
  const back = await store.giveUp(id)
  soon()
  return () => back().then(flush)
}
/** Takes what was refused out and lets the rest go on with something else in its place: see `goOnWithout` in the store. */
export async function goOnWithout(id: string, change: (item: Outgoing) => Outgoing | undefined): Promise<void> {
  const { store } = await parts()
  await store.goOnWithout(id, change)
  soon()
}
/** The same, where what it would have made is there already under another id. */
export const goOnWith = (item: Outgoing, known: string): Promise<void> => {
  const made = madeBy(item)!
  return goOnWithout(item.id, other => JSON.parse(JSON.stringify(other).replaceAll(made, known)))
}
/** What `discard` would take along. */
export const goesWith = async (id: string): Promise<Outgoing[]> => (await parts()).store.goesWith(items.value, id)

/** Called in the sending tab when the server has taken an item, with its answer. */
export function onSent(listener: Sent): () => void {
  sentListeners.add(listener)
  return () => sentListeners.delete(listener)
}
/** Looks again when something under these paths has arrived: once for a queue that empties itself, not once an item. */
export function lookAfter(paths: RegExp, lookAgain: () => void): () => void {
  let pending: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    clearTimeout(pending)
    pending = undefined
    lookAgain()
  }
  const stop = onSent(item => {
    if (!paths.test(item.path)) return
    clearTimeout(pending)
    if (items.value.filter(one => one.state === 'waiting').length > 1) pending = setTimeout(now, 400)
    else now()
  })
  return () => {
    stop()
    if (pending) now()
  }
}
/** Called in the sending tab when the server has said no. */
export function onRefused(listener: (item: Outgoing) => void): () => void {
  refusedListeners.add(listener)
  return () => refusedListeners.delete(listener)
}

/** What still waits, oldest first, what of it is on its way, and whether more can be kept. */
export const useOutbox = () => ({ items: readonly(items), inFlight: readonly(inFlight), space: readonly(room) })

/** The network may be back: try all of it now, whatever its turn was. */
export async function wakeOutbox(): Promise<void> {
  const { store } = await parts()
  const me = owner
  if (me) await store.database.outgoing.where({ owner: me }).modify({ due: 0 })
  await flush()
}
const wake = () => void wakeOutbox().catch(() => {})
const seen = () => document.visibilityState === 'visible' && items.value.length > 0 && wake()

/** Looks whether there is room, before somebody types. */
export async function lookForSpace(): Promise<void> {
  room.value = await parts().then(
    ({ measure }) => measure(),
    () => room.value, // its code is not here yet: that says nothing about the room
  )
}

/** At sign-in: this member's items, also those of an earlier page load. `quiet` is when there is time to look at them. */
export async function openOutbox(member: string, quiet: Promise<unknown> = Promise.resolve()): Promise<void> {
  if (owner === member) return
  closeOutbox()
  owner = member
  await quiet
  if (owner !== member) return
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', seen)
  await lookForSpace()
  if (room.value === 'none' || owner !== member) return
  const { store } = await parts()
  await pickUp(member, async (item, bytes) => (await store.database.outgoing.get(item.id)) ?? store.keep(item, bytes && { bytes })).catch(() => {}) // else at the next start
  if (owner !== member) return
  watching = store
    .liveQuery(() => store.itemsOf(member))
    .subscribe(found => {
      items.value = found
      look() // another tab may have added one
    })
  await flush()
}

/** At sign-out: the items stay on the phone, unseen, until their writer comes back. */
export function closeOutbox(): void {
  owner = undefined
  watching?.unsubscribe()
  watching = undefined
  clearTimeout(timer)
  removeEventListener('online', wake)
  document.removeEventListener('visibilitychange', seen)
  items.value = []
}
