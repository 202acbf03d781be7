import { onScopeDispose, readonly, ref } from 'vue'
import { connect, type LiveEvent, type Status } from './connection'

export type { LiveEvent, Status } from './connection'

type Handler = (event: LiveEvent) => void
type Told = { event: LiveEvent } | { status: Status; cursor?: string } | { gap: true } | { wake: true } | { ask: true }

const handlers = new Map<Handler, string[]>()
const gaps = new Set<() => void>()
const status = ref<Status>('reconnecting')
let cursor: string | undefined
let end: (() => void) | undefined

/** `'evening.'` and `'evening.*'` mean all that begins so, `'*'` everything. */
const matches = (type: string, wanted: string) =>
  wanted === '*' || wanted === type || (/[.*]$/.test(wanted) && type.startsWith(wanted.replace(/\*$/, '')))

/** Calls the handler for each event of these types, in every tab. Returns how to stop. */
export function onLive(types: string | string[], handler: Handler): () => void {
  handlers.set(handler, [types].flat())
  return () => handlers.delete(handler)
}

/** The same for as long as the component (or scope) lives. */
export function useLive(types: string | string[], handler: Handler): void {
  // Its own function each time: two components may pass the same handler.
  onScopeDispose(onLive(types, event => handler(event)))
}

/** Called when events may have been missed (sleep, a server restart): look at everything again. */
export function onGap(handler: () => void): () => void {
  gaps.add(handler)
  return () => gaps.delete(handler)
}

/** live · reconnecting · offline, the same in every tab. */
export const liveStatus = readonly(status)

function hear(told: Told) {
  if ('event' in told) {
    cursor = told.event.id || cursor
    for (const [handler, types] of handlers) if (types.some(wanted => matches(told.event.type, wanted))) handler(told.event)
  } else if ('status' in told) {
    status.value = told.status
    cursor ??= told.cursor
  } else if ('gap' in told) for (const handler of gaps) handler()
}

/**
 * Starts listening. One tab holds the stream (a Web Lock decides which), the others hear from it; when it closes, the next takes over
 * from the last cursor. `signedOut` is called when the server no longer knows us.
 */
export function startLive(signedOut: () => void): void {
  if (end) return
  const channel = new BroadcastChannel('vesper.live')
  const closing = new AbortController()
  let stream: ReturnType<typeof connect> | undefined
  let hidden = 0

  const tell = (told: Told) => {
    hear(told)
    channel.postMessage(told)
  }
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if ('wake' in data) stream?.wake()
    else if ('ask' in data) stream && channel.postMessage({ status: status.value, cursor })
    else hear(data)
  }
  channel.postMessage({ ask: true })

  const lead = () =>
    new Promise<void>(done => {
      stream = connect(
        { event: event => tell({ event }), status: now => tell({ status: now, cursor }), gap: () => tell({ gap: true }), signedOut },
        cursor,
      )
      closing.signal.addEventListener('abort', () => {
        stream?.stop()
        done()
      })
    })
  // Without Web Locks (an old web view) each tab listens for itself.
  if (navigator.locks) navigator.locks.request('vesper.live', { signal: closing.signal }, lead).catch(() => {})
  else void lead()

  const wake = () => (stream ? stream.wake() : channel.postMessage({ wake: true }))
  const seen = () => {
    if (document.visibilityState === 'hidden') hidden = Date.now()
    else if (hidden && Date.now() - hidden > 60_000) {
      wake()
      hear({ gap: true })
    }
  }
  const offline = () => hear({ status: 'offline' })
  document.addEventListener('visibilitychange', seen)
  addEventListener('online', wake)
  addEventListener('offline', offline)

  end = () => {
    closing.abort()
    channel.close()
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', wake)
    removeEventListener('offline', offline)
    cursor = undefined
    status.value = 'reconnecting'
    end = undefined
  }
}

/** The session behind the stream has changed: whichever tab holds it opens it anew. */
export function reopenLive(): void {
  const channel = new BroadcastChannel('vesper.live')
  channel.postMessage({ wake: true })
  channel.close()
}

/** Stops listening, at sign-out. */
export const stopLive = () => end?.()
