import { AsyncLocalStorage } from 'node:async_hooks'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'

/** Seeded: a failing run is named and can be run again. */
function dice(seed: number) {
  let state = seed * 2654435761 + 1
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { chance: (p: number) => roll() < p, up: (n: number) => Math.floor(roll() * n) }
}

/** The server as the outbox knows it: a PUT saves, again changes nothing, an older request than the newest of its path is turned away. */
class Server {
  things = new Map<string, { body: string; made: number }>()
  newest = new Map<string, number>()
  /** The paths in the order in which they first came into being. */
  history: string[] = []
  take(method: string, path: string, body: string, order: string): Response {
    const [phone, n] = order.split(' ')
    const place = `${phone} ${path}`
    if (Number(n) < (this.newest.get(place) ?? 0)) return Response.json({ code: 'request.late' }, { status: 409 })
    if (path.includes('/outcome') && !this.things.has(path.replace('/visits/', '/check-ins/').replace('/outcome', '')))
      return Response.json({ code: 'not-found' }, { status: 404 })
    this.newest.set(place, Number(n))
    if (method === 'DELETE') return new Response(null, { status: this.things.delete(path) ? 204 : 404 })
    const known = this.things.get(path)
    if (!known) this.history.push(path)
    this.things.set(path, { body, made: (known?.made ?? 0) + (known ? 0 : 1) })
    return Response.json({}, { status: known ? 200 : 201 })
  }
}

type Tab = typeof import('.')
type Page = { enqueue: Tab['enqueue']; wake: Tab['wakeOutbox']; newId: Tab['newId']; kill(): void }
/** Which page a request comes from: each has the modules to itself, as in a browser. */
const page = new AsyncLocalStorage<number>()
const breath = (ms = 0) => new Promise(done => setTimeout(done, ms))

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A day with a network that cuts, delays, duplicates and reorders, a phone that reloads, has two tabs and a clock that jumps. */
async function day(seed: number, locks: boolean) {
  const { chance, up } = dice(seed)
  const server = new Server()
  const late: (() => void)[] = []
  let clock = Date.UTC(2026, 10, 22, 2)
  vi.useFakeTimers({ toFake: ['Date'], now: clock })
  vi.stubGlobal('indexedDB', new IDBFactory())
  // One sender at a time, as the browser's own locks do it; a page that dies lets go.
  const queue: { page: number; work: () => Promise<unknown>; done(value: unknown): void; failed(why: unknown): void }[] = []
  const dead = new Set<number>()
  let held: number | undefined
  const turn = () => {
    if (held !== undefined && !dead.has(held)) return
    const one = queue.shift()
    held = one?.page
    if (!one || dead.has(one.page)) return void (queue.length && turn())
    void page
      .run(one.page, one.work)
      .then(one.done, one.failed)
      .finally(() => {
        if (held === one.page) held = undefined
        turn()
      })
  }
  const tabLocks: { name: string; page: number }[] = []
  const request = (name: string, work: () => Promise<unknown>) =>
    new Promise((done, failed) => {
      if (name.startsWith('vesper.outbox.tab.')) tabLocks.push({ name, page: page.getStore()! })
      else if (queue.push({ page: page.getStore()!, work, done, failed })) turn()
    })
  const query = async () => ({ held: tabLocks.filter(lock => !dead.has(lock.page)) })
  vi.stubGlobal('navigator', locks ? { locks: { request, query } } : {})

  vi.stubGlobal('fetch', async (asked: Request) => {
    const from = page.getStore()!
    const { pathname } = new URL(asked.url)
    const [body, order] = [await asked.text(), asked.headers.get('vesper-order') ?? '']
    const serve = () => server.take(asked.method, pathname, body, order)
    if (chance(0.15)) throw new TypeError('Failed to fetch') // never arrived
    if (chance(0.1)) return Response.json({ code: 'server.busy' }, { status: 503 })
    if (chance(0.2)) await breath(up(4))
    const answer = serve()
    if (chance(0.2)) late.push(serve) // the network keeps a copy, and lets it go when it likes
    if (chance(0.15)) throw new TypeError('Failed to fetch') // the answer was lost
    return dead.has(from) ? await new Promise<never>(() => {}) : answer
  })

  let pages = 0
  const open = (): Promise<Page> =>
    page.run(++pages, async () => {
      const number = pages
      vi.resetModules()
      const tab: Tab = await import('.')
      await tab.openOutbox('lin')
      const inside =
        <T extends unknown[], R>(call: (...given: T) => R) =>
        (...given: T) =>
          page.run(number, () => call(...given))
      const kill = () => {
        dead.add(number)
        tab.closeOutbox()
        turn()
      }
      return { enqueue: inside(tab.enqueue), wake: inside(tab.wakeOutbox), newId: tab.newId, kill }
    })

  const tabs = [await open()]
  if (chance(0.5)) tabs.push(await open())
  const said = new Map<string, string | undefined>()
  const keys = new Map<string, string[]>()
  const say = async (method: 'PUT' | 'DELETE', path: string, key: string, body?: object) => {
    said.set(path, method === 'PUT' ? JSON.stringify(body) : undefined)
    keys.set(key, [...(keys.get(key) ?? []), path])
    await tabs[up(tabs.length)]!.enqueue({ method, path, body, label: path, key })
  }
  for (let visit = 0; visit < 3; visit++) {
    const id = tabs[0]!.newId()
    await say('PUT', `/api/photos/${id}`, id, { photo: visit })
    await say('PUT', `/api/check-ins/${id}`, id, { customer: visit })
    if (chance(0.4)) vi.setSystemTime((clock += (chance(0.5) ? 1 : -1) * 86_400_000))
    if (chance(0.7)) await say('PUT', `/api/visits/${id}/outcome`, id, { outcome: 'open' })
    if (chance(0.5)) await say('PUT', `/api/visits/${id}/outcome`, id, { outcome: 'won' })
    const plan = tabs[0]!.newId()
    await say('PUT', `/api/planned-visits/${plan}`, plan, { position: 1 })
    if (chance(0.5)) await say('PUT', `/api/planned-visits/${plan}`, plan, { position: 2 })
    if (chance(0.4)) await say('DELETE', `/api/planned-visits/${plan}`, plan)
    if (chance(0.3)) {
      // A reload in the middle: what the old page had on its way may or may not have arrived.
      tabs.shift()!.kill()
      vi.setSystemTime((clock += 31_000))
      tabs.push(await open())
    }
    if (chance(0.5)) late.splice(up(late.length + 1), 1).forEach(serve => void serve())
  }
  const { database } = await import('./store')
  for (let i = 0; i < 400 && (await database.outgoing.count()) > 0; i++) {
    vi.setSystemTime((clock += 31_000)) // whoever held the turn and died has lost it
    await Promise.all(tabs.map(tab => tab.wake()))
    if (chance(0.3)) late.splice(up(late.length + 1), 1).forEach(serve => void serve())
  }
  for (const serve of late.sort(() => (chance(0.5) ? 1 : -1))) serve()
  const left = await database.outgoing.toArray()
  for (const tab of tabs) tab.kill()
  database.close()
  return { server, said, keys, left }
}

const runs = 120
for (const locks of [true, false])
  test(`whatever the network does, each thing arrives once, in order, and its last word counts (${runs} days, ${locks ? 'with' : 'without'} Web Locks)`, {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const { server, said, keys, left } = await day(seed, locks)
      expect(left, `seed ${seed}: nothing is left`).toEqual([])
      for (const [path, body] of said) expect(server.things.get(path)?.body, `seed ${seed} ${path}`).toBe(body)
      for (const [path, { made }] of server.things) expect(made, `seed ${seed} ${path} made`).toBe(1)
      for (const [key, paths] of keys) {
        const came = server.history.filter(path => paths.includes(path))
        expect(new Set(came).size, `seed ${seed} ${key}`).toBe(came.length)
        expect(came, `seed ${seed} ${key}: in order`).toEqual([...new Set(paths)])
      }
    }
  })
