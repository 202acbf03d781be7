import { newId } from '@/kit/id'
import { database } from './store'

/** A tab that dies while it sends blocks the others for so long, ms. */
const lease = 30_000
const me = newId()

/** Runs the work while no other tab runs its own; without Web Locks by a row in the database, and then `wait` says in how many ms to ask again. */
export async function inTurn<T>(work: () => Promise<T>): Promise<{ done: T } | { wait: number }> {
  if (navigator.locks) return { done: await navigator.locks.request('vesper.outbox', work) }
  const wait = await take()
  if (wait > 0) return { wait }
  const renewing = setInterval(() => void take().catch(() => {}), lease / 3)
  try {
    return { done: await work() }
  } finally {
    clearInterval(renewing)
    await giveBack().catch(() => {})
  }
}

/** 0: the turn is mine; else ms until it may be. A turn held until a time that is too far away was taken before the clock was put back. */
function take(): Promise<number> {
  const { marks } = database
  return database.transaction('rw', marks, async () => {
    const now = Date.now()
    const held = await marks.get('turn')
    const left = (held?.until ?? 0) - now
    if (held && held.value !== me && left > 0 && left <= lease) return left
    await marks.put({ name: 'turn', value: me, until: now + lease })
    return 0
  })
}

const giveBack = () =>
  database.transaction(
    'rw',
    database.marks,
    async () => void ((await database.marks.get('turn'))?.value === me && (await database.marks.delete('turn'))),
  )
