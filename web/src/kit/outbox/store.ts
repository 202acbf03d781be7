import Dexie, { type EntityTable } from 'dexie'
import { newId } from '@/kit/id'
import { madeBy, stuck, without } from './order'

/** waiting → sending → gone; or refused, until somebody decides. */
export type Outgoing = {
  id: string
  /** The member who wrote it; another member signing in on this phone never sends it. */
  owner: string
  /** Items of one key are sent one after the other, in order. */
  key: string
  /** Grows with every item this phone ever kept, whatever its clock says: the order of sending. */
  order: number
  /** Only what may be repeated without doing it twice. */
  method: 'PUT' | 'DELETE'
  path: string
  /** Paths of other keys' items that have to be through first: the new customer of a check-in. */
  after?: readonly string[]
  body?: unknown
  /** Bytes to send instead of a body; they are kept apart, so that showing the list does not read every photo. */
  blob?: { type: string; size: number }
  /** What the person sees in the list, in her words: "签到 · 云顶家居". */
  label: string
  /** Where in the app she can say it differently, if it is refused. */
  change?: string
  state: 'waiting' | 'refused'
  tries: number
  /** How often the server answered that it cannot now; a network that is away is not counted. */
  trouble?: number
  /** Not before, ms since 1970. */
  due: number
  /** Why the server refused: its code and title. */
  refusal?: { code: string; title: string }
}

/** Bytes rather than a Blob: some web views lose Blobs that lie in a database. */
type Bytes = { id: string; bytes: ArrayBuffer }
/** `phone`: a random name of this database; `order`: the last one given; `turn`: the tab that sends, until when. */
type Mark = { name: string; value: string | number; until?: number }

type Database = Dexie & { outgoing: EntityTable<Outgoing, 'id'>; bytes: EntityTable<Bytes, 'id'>; marks: EntityTable<Mark, 'name'> }

function define(name: string): Database {
  const database = new Dexie(name) as Database
  database.version(1).stores({ outgoing: 'id, owner, [owner+key]' })
  database
    .version(2)
    .stores({ outgoing: 'id, owner, [owner+key]', bytes: 'id', marks: 'name' })
    .upgrade(async change => {
      // In version 1 the id was the order.
      let order = 0
      for (const item of await change.table<Outgoing>('outgoing').orderBy('id').toArray())
        await change.table('outgoing').update(item.id, { order: ++order })
      await change.table<Mark>('marks').put({ name: 'order', value: order })
    })
  return database
}

const names = { first: 'vesper-outbox', beside: 'vesper-outbox-beside' }
export let database = define(names.first)
export { liveQuery } from 'dexie'

/**
 * Opens the database. One that cannot be opened (damaged, or locked by a newer app) is left as it is and a second one takes what comes; once the first opens again,
 * what waits in the second moves over. Throws when this browser keeps nothing at all.
 */
export async function ready(): Promise<'first' | 'beside'> {
  if (database.isOpen()) return database.name === names.first ? 'first' : 'beside'
  try {
    database = define(names.first)
    await database.open()
  } catch {
    database = define(names.beside)
    await database.open()
    return 'beside'
  }
  if (await Dexie.exists(names.beside)) await bringOver().catch(() => {}) // else at the next start
  return 'first'
}

async function bringOver() {
  const beside = define(names.beside)
  await beside.open()
  for (const item of await beside.outgoing.orderBy('id').toArray()) await keep(item, await beside.bytes.get(item.id))
  await beside.delete()
}

/**
 * Keeps an item and its bytes, both or neither. Said again after a refusal, it takes the refused one's place: what stands on it still comes after it.
 */
export function keep(item: Omit<Outgoing, 'order'>, blob?: { bytes: ArrayBuffer }): Promise<Outgoing> {
  const { outgoing, bytes, marks } = database
  return database.transaction('rw', outgoing, bytes, marks, async () => {
    const refused = (await outgoing.where({ owner: item.owner }).toArray()).find(one => one.state === 'refused' && one.path === item.path)
    const order = refused?.order ?? Number((await marks.get('order'))?.value ?? 0) + 1
    if (!refused) await marks.put({ name: 'order', value: order })
    const kept = { ...item, id: refused?.id ?? item.id, order }
    await outgoing.put(kept)
    if (blob) await bytes.put({ id: kept.id, bytes: blob.bytes })
    else await bytes.delete(kept.id)
    return kept
  })
}

/** Forgets an item and its bytes: it has arrived. */
export function drop(id: string): Promise<void> {
  const { outgoing, bytes } = database
  return database.transaction('rw', outgoing, bytes, async () => {
    await outgoing.delete(id)
    await bytes.delete(id)
  })
}

/** A member's items in the order of sending. */
export const itemsOf = async (owner: string): Promise<Outgoing[]> =>
  (await database.outgoing.where({ owner }).toArray()).sort((a, b) => a.order - b.order)

/** What goes with an item that is given up: all that cannot be without it. A photo takes nothing with it, only its mention. */
export const goesWith = (items: readonly Outgoing[], id: string): Outgoing[] => {
  const given = items.find(item => item.id === id)
  if (!given || given.blob) return []
  const held = stuck(items.map(item => (item.id === id ? { ...item, state: 'refused' } : item)))
  return items.filter(item => held.get(item.id)?.id === id)
}

/** Gives an item up, with what cannot be without it. The answer brings all of it back. */
export async function giveUp(id: string): Promise<() => Promise<void>> {
  const { outgoing, bytes } = database
  return database.transaction('rw', outgoing, bytes, async () => {
    const item = await outgoing.get(id)
    if (!item) return async () => {}
    const all = await itemsOf(item.owner)
    const gone = [item, ...goesWith(all, id)]
    const photo = item.blob && madeBy(item)
    const changed = photo ? all.filter(other => other.id !== id && JSON.stringify(other.body ?? '').includes(photo)) : []
    const kept = (await bytes.bulkGet(gone.map(one => one.id))).filter(one => one !== undefined)
    await outgoing.bulkDelete(gone.map(one => one.id))
    await bytes.bulkDelete(gone.map(one => one.id))
    for (const other of changed) await outgoing.update(other.id, { body: without(other.body, photo!) })
    return async () => {
      await outgoing.bulkPut(gone)
      await bytes.bulkPut(kept)
    }
  })
}

/**
 * Takes an item out and goes on without it: what speaks of what it would have made says something else, or goes too where `change` answers nothing.
 * All at once, so that nothing leaves half changed.
 */
export function goOnWithout(id: string, change: (item: Outgoing) => Outgoing | undefined): Promise<void> {
  const { outgoing, bytes } = database
  return database.transaction('rw', outgoing, bytes, async () => {
    const item = await outgoing.get(id)
    if (!item) return
    const all = await itemsOf(item.owner)
    const along = new Set(goesWith(all, id).map(one => one.id))
    const made = madeBy(item)
    for (const other of all) {
      if (other.id === id || !(along.has(other.id) || (made && JSON.stringify(other).toLowerCase().includes(made)))) continue
      const changed = change(other)
      if (changed) await outgoing.put({ ...changed, state: 'waiting', due: 0, tries: 0, refusal: undefined })
      else await outgoing.delete(other.id)
    }
    await outgoing.delete(id)
    await bytes.delete(id)
  })
}

/** A name for this database: with the order it tells the server which of two requests is the older. */
export function phone(): Promise<string> {
  const { marks } = database
  return database.transaction('rw', marks, async () => {
    const known = (await marks.get('phone'))?.value
    if (known) return String(known)
    const name = newId()
    await marks.put({ name: 'phone', value: name })
    return name
  })
}

/** Writes and takes back a little: the only way to know that there is room. */
export async function probe(): Promise<void> {
  await database.bytes.put({ id: 'probe', bytes: crypto.getRandomValues(new Uint8Array(48 * 1024)).buffer })
  await database.bytes.delete('probe')
}
