import { send } from '@/kit/api/client'
import { Problem, passing } from '@/kit/api/problem'
import { isLater, longestWait, next } from './order'
import { database, drop, itemsOf, type Outgoing, phone } from './store'

/** Requests on their way at the same time, each of another key. */
const atOnce = 6
/** A stuck connection is given up after this, later the more there is to carry: 5 kB/s is still a network. */
const patience = (item: Outgoing) => 30_000 + (item.blob?.size ?? 0) / 5

/** Doubles from 1 s to a minute; spread, so that a team coming out of one lift does not knock in step. */
export const wait = (tries: number) => Math.min(longestWait, 1000 * 2 ** tries) * (0.5 + Math.random() / 2)

export type Sending = {
  sent(item: Outgoing, answer: unknown): void
  refused(item: Outgoing): void
  /** What is on its way. */
  flying(ids: string[]): void
  /** Resolves when the queue has changed and is worth another look. */
  changed(): Promise<void>
}

/** Sends all that may be sent now. Returns ms until the next attempt, or undefined when nothing waits. */
export async function sendAll(owner: string, hear: Sending): Promise<number | undefined> {
  const going = new Map<string, Promise<unknown>>()
  const ids = new Map<string, string>()
  let reached = true
  for (;;) {
    const news = hear.changed()
    const items = await itemsOf(owner)
    for (const item of next(items, Date.now())) {
      if (!reached || going.size >= atOnce || going.has(item.key)) continue
      ids.set(item.key, item.id)
      going.set(
        item.key,
        sendOne(item, hear)
          .then(arrived => void (reached &&= arrived))
          .finally(() => {
            going.delete(item.key)
            ids.delete(item.key)
          }),
      )
    }
    hear.flying([...ids.values()])
    if (!going.size) {
      const waits = items.filter(item => item.state === 'waiting' && isLater(item, Date.now())).map(item => item.due - Date.now())
      return waits.length ? Math.min(...waits) : undefined
    }
    await Promise.race([...going.values(), news])
  }
}

/** One request, with what the server needs to know of the phone: its clock, and which of two requests is the older. */
export const deliver = (item: Outgoing, from: string, bytes?: ArrayBuffer) =>
  send(item.path, {
    method: item.method,
    headers: {
      'content-type': item.blob?.type || 'application/json',
      'vesper-sent-at': new Date().toISOString(),
      ...(from && { 'vesper-order': `${from} ${item.order}` }),
    },
    body: item.blob ? bytes : item.body === undefined ? undefined : JSON.stringify(item.body),
    signal: AbortSignal.timeout(patience(item)),
  }).catch(failure => {
    // What was to be taken away is not there: that is what was wanted.
    if (item.method === 'DELETE' && failure instanceof Problem && failure.status === 404) return undefined
    throw failure
  })

/** Whether the server will say no again, however often it is asked. */
const isRefusal = (failure: unknown): failure is Problem =>
  failure instanceof Problem && !passing(failure) && failure.status < 500 && failure.code !== 'session.required'

/** False when nobody answered: the network is gone, and the others need not try. */
async function sendOne(item: Outgoing, hear: Sending): Promise<boolean> {
  try {
    const bytes = item.blob && (await database.bytes.get(item.id))?.bytes
    // Its bytes are gone (a phone that tidied up by itself): say so rather than send an empty photo.
    if (item.blob && !bytes) throw new Problem(0, 'outbox.bytes-lost', '')
    const answer = await deliver(item, await phone(), bytes)
    await drop(item.id)
    hear.sent(item, answer)
    return true
  } catch (failure) {
    if (isRefusal(failure)) {
      const refused = { state: 'refused' as const, refusal: { code: failure.code, title: failure.title } }
      await database.outgoing.update(item.id, refused)
      hear.refused({ ...item, ...refused })
      return true
    }
    await database.outgoing.update(item.id, {
      tries: item.tries + 1,
      due: Date.now() + wait(item.tries),
      trouble: (item.trouble ?? 0) + (failure instanceof Problem ? 1 : 0),
    })
    return failure instanceof Problem
  }
}
