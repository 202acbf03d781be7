import { messages } from './event-stream'

/** What happened, as a hint: fetch again what it may have changed. `id` is the cursor. */
export type LiveEvent = { id: string; type: string; topic: string; at: string; [more: string]: unknown }
export type Status = 'live' | 'reconnecting' | 'offline'

type Listener = {
  event(event: LiveEvent): void
  status(status: Status): void
  /** Something may have been missed. */
  gap(): void
  signedOut(): void
}

/** The server pings every 20 s; a stream silent for longer is a dead one that has not noticed. */
const silence = 45_000
const longestWait = 30_000

/** The one stream of this browser. Reconnects for ever, from the cursor of the last event. */
export function connect(listener: Listener, cursor?: string): { stop(): void; wake(): void } {
  let after = cursor
  let attempt = 0
  let stopped = false
  let abort = new AbortController()
  let skipWait = () => {}

  async function read() {
    let watchdog = setTimeout(() => abort.abort(), silence)
    const heard = () => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => abort.abort(), silence)
    }
    try {
      const response = await fetch(`/api/live${after ? `?after=${encodeURIComponent(after)}` : ''}`, {
        headers: { accept: 'text/event-stream' },
        credentials: 'same-origin',
        signal: abort.signal,
      })
      if (response.status === 401) {
        stopped = true
        return listener.signedOut()
      }
      // A cursor too old to resume from: start at now, and look at everything again.
      if (response.status === 410 || response.status === 400) after = undefined
      if (!response.ok || !response.body) return
      if (attempt > 0 && !after) listener.gap()
      attempt = 0
      listener.status('live')
      const feed = messages(message => {
        if (message.id) after = message.id
        if (message.event === 'ping') return
        const event = parse(message.data)
        if (event) listener.event({ ...event, id: message.id ?? '', type: event.type ?? message.event })
      })
      const decoder = new TextDecoder()
      const reader = response.body.getReader()
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        heard()
        feed(decoder.decode(part.value, { stream: true }))
      }
    } finally {
      clearTimeout(watchdog)
    }
  }

  async function run() {
    while (!stopped) {
      abort = new AbortController()
      await read().catch(() => {}) // whatever broke the stream, the answer is to open it again
      if (stopped) return
      listener.status(navigator.onLine === false ? 'offline' : 'reconnecting')
      const wait = Math.min(longestWait, 500 * 2 ** attempt++) * (0.7 + Math.random() * 0.6)
      await new Promise<void>(done => {
        const timer = setTimeout(done, wait)
        skipWait = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
  }
  void run()

  return {
    stop() {
      stopped = true
      abort.abort()
      skipWait()
    },
    /** After sleep or a change of network the old stream may be dead without knowing. */
    wake() {
      attempt = Math.min(attempt, 1)
      abort.abort()
      skipWait()
    },
  }
}

function parse(data: string): LiveEvent | undefined {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
