import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { liveStatus, onGap, onLive, startLive, stopLive, useLive } from '.'
import { connect, type Status } from './connection'
import { messages } from './event-stream'

type Stream = { url: string; send(text: string): void; close(): void; signal: AbortSignal }
let streams: Stream[]
let answer: () => Response | undefined

beforeEach(() => {
  streams = []
  answer = () => undefined
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    const given = answer()
    if (given) return Promise.resolve(given)
    let controller!: ReadableStreamDefaultController<Uint8Array>
    const body = new ReadableStream<Uint8Array>({ start: c => void (controller = c) })
    signal.addEventListener('abort', () => controller.error(new Error('aborted')))
    streams.push({ url, signal, send: text => controller.enqueue(new TextEncoder().encode(text)), close: () => controller.close() })
    return Promise.resolve({ ok: true, status: 200, body } as Response)
  })
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
})
afterEach(() => {
  stopLive()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const event = (id: string, type: string) =>
  `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ type, topic: 'team:1', at: '2026-01-01T00:00:00Z' })}\n\n`
const listener = (heard: string[]) => ({
  event: (e: { id: string; type: string }) => void heard.push(`${e.id} ${e.type}`),
  status: (s: Status) => void heard.push(s),
  gap: () => void heard.push('gap'),
  signedOut: () => void heard.push('signed out'),
})

test('a stream cut anywhere is the same messages', () => {
  const text = ': hello\r\n\r\nid: 1\r\nevent: a\r\ndata: x\r\ndata: y\r\n\r\nevent: ping\ndata:\n\n'
  for (let size = 1; size < text.length; size++) {
    const heard: unknown[] = []
    const feed = messages(message => heard.push(message))
    for (let i = 0; i < text.length; i += size) feed(text.slice(i, i + size))
    expect(heard).toEqual([
      { id: '1', event: 'a', data: 'x\ny' },
      { event: 'ping', data: '' },
    ])
  }
})

test('a broken stream goes on from the last cursor', async () => {
  const heard: string[] = []
  const stream = connect(listener(heard))
  await tick()
  streams[0]!.send(event('7', 'check-in.created'))
  await tick()
  streams[0]!.close()
  await tick(600)
  expect(streams.map(s => s.url)).toEqual(['/api/live', '/api/live?after=7'])
  expect(heard).toEqual(['live', '7 check-in.created', 'reconnecting', 'live'])
  stream.stop()
})

test('a stream that is silent too long is opened again', async () => {
  const stream = connect(listener([]), '3')
  await tick(20_000)
  streams[0]!.send('event: ping\ndata: {}\n\n')
  await tick(40_000)
  expect(streams).toHaveLength(1)
  await tick(6_000)
  expect(streams.map(s => s.url)).toEqual(['/api/live?after=3', '/api/live?after=3'])
  stream.stop()
})

test('a lost session ends it, instead of knocking for ever', async () => {
  const heard: string[] = []
  answer = () => new Response(null, { status: 401 })
  connect(listener(heard))
  await tick(120_000)
  expect(heard).toEqual(['signed out'])
})

test('a server that is down is asked ever more slowly, and what was missed is announced', async () => {
  const heard: string[] = []
  let asked = 0
  answer = () => {
    asked++
    return new Response(null, { status: 503 })
  }
  const stream = connect(listener(heard))
  await tick(60_000)
  expect(asked).toBeLessThan(10)
  answer = () => undefined
  await tick(40_000)
  expect(heard.slice(-2)).toEqual(['gap', 'live'])
  stream.stop()
})

test('handlers hear their types and prefixes, for as long as their scope lives', async () => {
  const heard: string[] = []
  const scope = effectScope()
  startLive(() => {})
  const stop = onLive('check-in.created', e => heard.push(`exact ${e.id}`))
  scope.run(() => useLive(['evening.', 'deal.*'], e => heard.push(`prefix ${e.id}`)))
  await tick()
  streams[0]!.send(event('1', 'check-in.created') + event('2', 'evening.opened') + event('3', 'deal.won') + event('4', 'evenings-are-other'))
  await tick()
  expect(heard).toEqual(['exact 1', 'prefix 2', 'prefix 3'])
  expect(liveStatus.value).toBe('live')
  stop()
  scope.stop()
  streams[0]!.send(event('5', 'check-in.created') + event('6', 'evening.opened'))
  await tick()
  expect(heard).toHaveLength(3)
})

test('a phone that slept looks at everything again and opens a new stream', async () => {
  let gaps = 0
  const stop = onGap(() => gaps++)
  startLive(() => {})
  await tick()
  streams[0]!.send(event('9', 'check-in.created'))
  await tick()
  const visible = vi.spyOn(document, 'visibilityState', 'get')
  visible.mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await tick(5 * 60_000)
  const before = streams.length
  visible.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await tick(2_000)
  expect(gaps).toBe(1)
  expect(streams.length).toBe(before + 1)
  visible.mockRestore()
  stop()
})
