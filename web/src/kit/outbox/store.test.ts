import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { beforeEach, expect, test, vi } from 'vitest'

const old = (id: string) => ({
  id,
  owner: 'lin',
  key: 'visit',
  method: 'PUT' as const,
  path: `/api/${id}`,
  label: id,
  state: 'waiting' as const,
  tries: 2,
  due: 0,
})
/** A page load: the modules anew, on what the phone has kept. */
const load = async () => {
  vi.resetModules()
  return { ...(await import('./store')), ...(await import('./turns')) }
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', (Dexie.dependencies.indexedDB = new IDBFactory()))
  vi.stubGlobal('navigator', {})
})

test('what waited in the first version keeps its order, and what comes after stands behind it', async () => {
  const first = new Dexie('vesper-outbox')
  first.version(1).stores({ outgoing: 'id, owner, [owner+key]' })
  await first.table('outgoing').bulkAdd([old('0002'), old('0001')])
  first.close()

  const { itemsOf, keep, ready } = await load()
  await ready()
  await keep(old('0000'))
  expect((await itemsOf('lin')).map(item => [item.id, item.order])).toEqual([
    ['0001', 1],
    ['0002', 2],
    ['0000', 3],
  ])
})

test('a store of a newer app is used as it is, and nothing in it is lost', async () => {
  const newer = new Dexie('vesper-outbox')
  newer.version(9).stores({ outgoing: 'id, owner, [owner+key], order', bytes: 'id', marks: 'name', more: 'id' })
  await newer.table('outgoing').add({ ...old('0001'), order: 1, fromTheFuture: true })
  newer.close()

  const { itemsOf, keep, ready } = await load()
  expect(await ready()).toBe('first')
  await keep(old('0002'))
  expect((await itemsOf('lin')).map(item => item.id)).toContain('0001')
})

test('a store that does not open is left alone; what comes goes beside it and moves over when it opens again', async () => {
  const { keep: before, ready: opens } = await load()
  await opens()
  await before(old('0001'))

  const open = indexedDB.open.bind(indexedDB)
  const damaged = vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    if (name === 'vesper-outbox') throw new DOMException('Internal error opening backing store', 'UnknownError')
    return open(name, version)
  })
  const broken = await load()
  expect(await broken.ready()).toBe('beside')
  await broken.keep(old('0002'), { bytes: new ArrayBuffer(3) })
  broken.database.close()
  damaged.mockRestore()

  const { database, itemsOf, ready } = await load()
  expect(await ready()).toBe('first')
  expect((await itemsOf('lin')).map(item => item.id)).toEqual(['0001', '0002'])
  expect(await database.bytes.count()).toBe(1)
  expect(await Dexie.exists('vesper-outbox-beside')).toBe(false)
})

test('a browser that keeps nothing says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  const { ready } = await load()
  await expect(ready()).rejects.toThrow()
})

test('without Web Locks one tab sends at a time, and one that died is waited for no longer than its lease', async () => {
  const one = await load()
  const two = await load()
  await Promise.all([one.ready(), two.ready()])
  let finish = () => {}
  const first = one.inTurn(() => new Promise<string>(done => (finish = () => done('first'))))
  await vi.waitFor(async () => expect(await two.inTurn(async () => 'second')).toHaveProperty('wait'))
  finish()
  expect(await first).toEqual({ done: 'first' })
  await vi.waitFor(async () => expect(await two.inTurn(async () => 'second')).toEqual({ done: 'second' }))

  void one.inTurn(() => new Promise(() => {}))
  await vi.waitFor(async () => expect(await two.inTurn(async () => 'second')).toHaveProperty('wait'))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
  expect(await two.inTurn(async () => 'second')).toEqual({ done: 'second' })
  vi.useRealTimers()
})
