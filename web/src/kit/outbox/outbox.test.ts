import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  closeOutbox,
  discard,
  enqueue,
  flush,
  goesWith,
  lookAfter,
  lookForSpace,
  NoRoom,
  newId,
  onRefused,
  onSent,
  openOutbox,
  retry,
  useOutbox,
  wakeOutbox,
} from '.'
import { database } from './store'

const { outgoing, bytes } = database
let asked: string[]
let answer: (path: string) => Response | Error

beforeEach(async () => {
  await outgoing.clear()
  asked = []
  answer = () => Response.json({})
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname
    asked.push(`${request.method} ${path} ${await request.text()}`)
    const given = answer(path)
    if (given instanceof Error) throw given
    return given
  })
})
afterEach(() => {
  closeOutbox()
  vi.unstubAllGlobals()
})

const checkIn = (name: string, key?: string) => ({ method: 'PUT' as const, path: `/api/check-ins/${name}`, body: { name }, label: name, key })
const settled = () => vi.waitFor(async () => expect(useOutbox().items.value).toEqual(await outgoing.toArray()))
const down = new TypeError('Failed to fetch')
const problem = (status: number, code: string) => Response.json({ code, title: code }, { status })

test('what is enqueued is sent once and leaves the list', async () => {
  const sent: string[] = []
  const stop = onSent(item => sent.push(item.label))
  await openOutbox('lin')
  await enqueue(checkIn('a'))
  await vi.waitFor(() => expect(sent).toEqual(['a']))
  await flush()
  expect(asked).toEqual(['PUT /api/check-ins/a {"name":"a"}'])
  expect(await outgoing.count()).toBe(0)
  stop()
})

test('without a network it stays, and a reload sends it later with the same id', async () => {
  answer = () => down
  await openOutbox('lin')
  const path = `/api/check-ins/${newId()}`
  await enqueue({ method: 'PUT', path, body: {}, label: '签到' })
  await flush()
  await settled()
  expect(useOutbox().items.value).toMatchObject([{ path, state: 'waiting', label: '签到' }])
  closeOutbox()
  answer = () => Response.json({})
  await outgoing.toCollection().modify({ due: 0 })
  await openOutbox('lin')
  await flush()
  expect(asked.at(-1)).toBe(`PUT ${path} {}`)
  expect(await outgoing.count()).toBe(0)
})

test('items of one key go in order; one that fails holds those behind it, others pass', async () => {
  answer = path => (path.endsWith('first') ? down : Response.json({}))
  await openOutbox('lin')
  await enqueue(checkIn('first', 'visit'))
  await enqueue(checkIn('second', 'visit'))
  await enqueue(checkIn('other'))
  await flush()
  expect(asked.some(line => line.includes('second'))).toBe(false)
  expect(asked.some(line => line.includes('other'))).toBe(true)
  answer = () => Response.json({})
  asked = []
  await outgoing.toCollection().modify({ due: 0 })
  await flush()
  expect(asked.map(line => line.split(' ')[1])).toEqual(['/api/check-ins/first', '/api/check-ins/second'])
})

test('a refusal is kept with its reason until it is retried or given up', async () => {
  answer = () => problem(409, 'check-in.too-late')
  await openOutbox('lin')
  const item = await enqueue(checkIn('a'))
  await vi.waitFor(async () => expect(await outgoing.toArray()).toMatchObject([{ state: 'refused', refusal: { code: 'check-in.too-late' } }]))
  await flush()
  expect(asked).toHaveLength(1)
  await retry(item.id)
  expect(asked).toHaveLength(2)
  await discard(item.id)
  expect(await outgoing.count()).toBe(0)
})

test('a busy server or a lost session is waited for, not taken as a refusal', async () => {
  await openOutbox('lin')
  for (const given of [problem(503, 'server.busy'), problem(401, 'session.required'), problem(500, 'unknown')]) {
    answer = () => given.clone()
    await enqueue(checkIn(newId()))
    await flush()
  }
  const states = (await outgoing.toArray()).map(item => item.state)
  expect(states).toEqual(['waiting', 'waiting', 'waiting'])
})

test('another member on the same phone neither sees nor sends what is not hers', async () => {
  answer = () => down
  await openOutbox('lin')
  await enqueue(checkIn('hers'))
  await flush()
  asked = []
  answer = () => Response.json({})
  await outgoing.toCollection().modify({ due: 0 })
  await openOutbox('zhe')
  await flush()
  expect(asked).toEqual([])
  expect(useOutbox().items.value).toEqual([])
  expect(await outgoing.count()).toBe(1)
})

test('two flushes at once send each item once', async () => {
  answer = () => down
  await openOutbox('lin')
  await enqueue(checkIn('a'))
  await flush()
  answer = () => Response.json({})
  asked = []
  await outgoing.toCollection().modify({ due: 0 })
  await Promise.all([flush(), flush()])
  expect(asked).toHaveLength(1)
})

test('a photo goes as its own bytes and type, before what refers to it', async () => {
  const heard: [string, string | null, number[]][] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    heard.push([new URL(request.url).pathname, request.headers.get('content-type'), [...new Uint8Array(await request.arrayBuffer())].slice(0, 3)])
    return Response.json({})
  })
  await openOutbox('lin')
  const blob = new Blob([new Uint8Array([0xff, 0xd8, 0xff])], { type: 'image/jpeg' })
  await enqueue({ method: 'PUT', path: '/api/photos/p', blob, label: '照片', key: 'visit' })
  expect(await bytes.count()).toBe(1)
  await enqueue(checkIn('a', 'visit'))
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard[0]).toEqual(['/api/photos/p', 'image/jpeg', [0xff, 0xd8, 0xff]])
  expect(heard[1]![1]).toBe('application/json')
  await vi.waitFor(async () => expect((await outgoing.count()) + (await bytes.count())).toBe(0))
})

test('every request says what the phone takes for now', async () => {
  const said: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    said.push(request.headers.get('Vesper-Sent-At') ?? '')
    return Response.json({})
  })
  await openOutbox('lin')
  await enqueue(checkIn('a'))
  await vi.waitFor(() => expect(said).toHaveLength(1))
  expect(Math.abs(Date.parse(said[0]!) - Date.now())).toBeLessThan(5000)
})

test('a clock put back changes no order and delays nothing', async () => {
  answer = () => down
  await openOutbox('lin')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  await enqueue(checkIn('first', 'visit'))
  await flush()
  vi.useRealTimers()
  await enqueue({ ...checkIn('second', 'visit') })
  answer = () => Response.json({})
  asked = []
  await flush()
  expect(asked.map(line => line.split(' ')[1])).toEqual(['/api/check-ins/first', '/api/check-ins/second'])
})

const visit = '0199d3c0-0000-7000-8000-00000000000a'
const photo = '0199d3c0-0000-7000-8000-00000000000b'
const ids = async () => (await outgoing.toArray()).sort((a, b) => a.order - b.order).map(item => `${item.label} ${item.state}`)

test('a refused check-in holds only its outcome, and said again it takes its old place before it', async () => {
  answer = path => (path.includes('check-ins') ? problem(409, 'check-in.time') : Response.json({}))
  await openOutbox('lin')
  await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: { a: 1 }, label: '签到', key: 'visit' })
  await enqueue({ method: 'PUT', path: `/api/visits/${visit}/outcome`, body: {}, label: '结果', key: 'visit' })
  await enqueue({ method: 'PUT', path: '/api/deals/d', body: {}, label: '成交', key: 'visit' })
  await vi.waitFor(async () => expect(await ids()).toEqual(['签到 refused', '结果 waiting']))
  answer = () => Response.json({})
  asked = []
  await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: { a: 2 }, label: '签到', key: 'visit' })
  await vi.waitFor(async () => expect(await outgoing.count()).toBe(0))
  expect(asked).toEqual([`PUT /api/check-ins/${visit} {"a":2}`, `PUT /api/visits/${visit}/outcome {}`])
})

test('given up, it takes along what cannot be without it, and all comes back when she thinks again', async () => {
  answer = path => (path.includes('check-ins') ? problem(404, 'not-found') : Response.json({}))
  await openOutbox('lin')
  const item = await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: {}, label: '签到', key: 'visit' })
  await enqueue({ method: 'PUT', path: `/api/visits/${visit}/outcome`, body: {}, label: '结果', key: 'visit' })
  await vi.waitFor(async () => expect(await ids()).toEqual(['签到 refused', '结果 waiting']))
  await vi.waitFor(async () => expect((await goesWith(item.id)).map(one => one.label)).toEqual(['结果']))
  const back = await discard(item.id)
  expect(await ids()).toEqual([])
  await back()
  expect(await ids()).toEqual(['签到 refused', '结果 waiting'])
})

test('a photo given up is no longer spoken of, and the check-in goes without it', async () => {
  answer = path => (path.includes('photos') ? problem(415, 'photo.not-an-image') : Response.json({}))
  await openOutbox('lin')
  const item = await enqueue({
    method: 'PUT',
    path: `/api/photos/${photo}?use=proof`,
    blob: new Blob(['x'], { type: 'image/heic' }),
    label: '照片',
    key: 'visit',
  })
  await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: { photoIds: [photo] }, label: '签到', key: 'visit' })
  await vi.waitFor(async () => expect(await ids()).toEqual(['照片 refused', '签到 waiting']))
  await discard(item.id)
  await vi.waitFor(async () => expect(await outgoing.count()).toBe(0))
  expect(asked.at(-1)).toBe(`PUT /api/check-ins/${visit} {"photoIds":[]}`)
})

test('taking away what is not there is done', async () => {
  answer = () => problem(404, 'not-found')
  await openOutbox('lin')
  await enqueue({ method: 'DELETE', path: '/api/planned-visits/p', label: '划掉' })
  await vi.waitFor(async () => expect([asked.length, await outgoing.count()]).toEqual([1, 0]))
})

const full = () => vi.spyOn(outgoing, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))

test('a full phone sends at once what it cannot keep', async () => {
  await openOutbox('lin')
  const store = full()
  await enqueue(checkIn('a'))
  expect(asked).toEqual(['PUT /api/check-ins/a {"name":"a"}'])
  store.mockRestore()
})

test('a full phone without a network says so, and the page keeps what was typed', async () => {
  answer = () => down
  await openOutbox('lin')
  const store = full()
  await expect(enqueue(checkIn('a'))).rejects.toBeInstanceOf(NoRoom)
  store.mockRestore()
})

test('a full phone does not send past what waits before it', async () => {
  answer = () => down
  await openOutbox('lin')
  await enqueue(checkIn('first', 'visit'))
  await settled()
  answer = () => Response.json({})
  asked = []
  const store = full()
  await expect(enqueue(checkIn('second', 'visit'))).rejects.toBeInstanceOf(NoRoom)
  expect(asked.some(line => line.includes('second'))).toBe(false)
  store.mockRestore()
})

test('that there is no room is known before anything is typed', async () => {
  await openOutbox('lin')
  expect(useOutbox().space.value).toBe('fine')
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 10_000_000, usage: 9_000_000 }) } })
  await lookForSpace()
  expect(useOutbox().space.value).toBe('full')
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 10_000_000, usage: 0 }) } })
  const write = vi.spyOn(bytes, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  await lookForSpace()
  expect(useOutbox().space.value).toBe('full')
  write.mockRestore()
  await lookForSpace()
  expect(useOutbox().space.value).toBe('fine')
})

test('the browser is asked once to keep the store, when there is something in it', async () => {
  localStorage.removeItem('vesper.outbox.persist')
  const persist = vi.fn(async () => true)
  vi.stubGlobal('navigator', { storage: { persist } })
  await openOutbox('lin')
  expect(persist).not.toHaveBeenCalled()
  await enqueue(checkIn('a'))
  await enqueue(checkIn('b'))
  expect(persist).toHaveBeenCalledTimes(1)
})

test('the network coming back is not waited for', async () => {
  answer = () => down
  await openOutbox('lin')
  await enqueue(checkIn('a'))
  await vi.waitFor(async () => expect((await outgoing.toArray())[0]?.due).toBeGreaterThan(Date.now()))
  answer = () => Response.json({})
  dispatchEvent(new Event('online'))
  await vi.waitFor(async () => expect(await outgoing.count()).toBe(0), { timeout: 400 })
})

test('who says no is heard at once', async () => {
  const heard: string[] = []
  const stop = onRefused(item => heard.push(`${item.label} ${item.refusal?.code}`))
  answer = () => problem(409, 'plan.full')
  await openOutbox('lin')
  await enqueue(checkIn('a'))
  await vi.waitFor(() => expect(heard).toEqual(['a plan.full']))
  stop()
})

test('a queue that empties itself is looked at once, a single item at once', async () => {
  let looks = 0
  const stop = lookAfter(/check-ins/, () => looks++)
  answer = () => down
  await openOutbox('lin')
  for (const name of ['a', 'b', 'c', 'd']) await enqueue(checkIn(name))
  await settled()
  answer = () => Response.json({})
  await wakeOutbox()
  await vi.waitFor(async () => expect(await outgoing.count()).toBe(0))
  await vi.waitFor(() => expect(looks).toBeGreaterThan(0))
  expect(looks).toBeLessThan(4)
  looks = 0
  await enqueue(checkIn('alone'))
  await vi.waitFor(() => expect(looks).toBe(1), { timeout: 300 })
  stop()
})

test('a page closed in the same moment has lost nothing: the next one sends what was in its hand, in order', async () => {
  answer = () => down
  await openOutbox('lin')
  void enqueue(checkIn('order', 'plan')) // nobody waits for these: the page is gone
  void enqueue({ ...checkIn('order', 'plan'), body: { name: 'last' } })
  const hand = Object.entries({ ...localStorage }).filter(([name]) => name.includes('.hand.'))
  expect(hand).toHaveLength(2)
  await vi.waitFor(async () => expect(Object.keys(localStorage).filter(name => name.includes('.hand.'))).toEqual([]))
  await settled()
  closeOutbox()
  await outgoing.clear()
  for (const [name, value] of hand) localStorage.setItem(name, value.replace(/"tab":"[^"]+"/, '"tab":"gone"'))

  answer = () => Response.json({})
  asked = []
  await openOutbox('zhe')
  expect(asked).toEqual([])
  closeOutbox()
  await openOutbox('lin')
  await flush()
  expect(asked).toEqual(['PUT /api/check-ins/order {"name":"order"}', 'PUT /api/check-ins/order {"name":"last"}'])
  expect(Object.keys(localStorage).filter(name => name.includes('.hand.'))).toEqual([])
})
