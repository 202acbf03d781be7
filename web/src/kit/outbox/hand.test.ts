import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { closeOutbox, enqueueAll, flush, openOutbox, useOutbox } from '.'
import { database } from './store'

const inHand = () => Object.entries({ ...localStorage }).filter(([name]) => name.includes('.hand.'))
afterEach(() => {
  closeOutbox()
  localStorage.clear()
  vi.unstubAllGlobals()
})

test('a page closed in the same moment has lost neither the photo nor what shows it', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  await openOutbox('lin')
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0x00])], { type: 'image/jpeg' })
  void enqueueAll([
    { method: 'PUT', path: '/api/photos/p?use=team', blob: photo, label: '照片', key: 'post' },
    { method: 'PUT', path: '/api/posts/a', body: { photoIds: ['p'] }, label: '说一句', key: 'post' },
  ])
  await vi.waitFor(() => expect(inHand()).toHaveLength(2), { interval: 1 })
  const hand = inHand()
  await vi.waitFor(() => expect(inHand()).toEqual([]))
  await vi.waitFor(async () => expect(useOutbox().items.value[0]?.tries).toBe(1)) // the first attempt is over
  closeOutbox()
  await Promise.all([database.outgoing.clear(), database.bytes.clear()]) // as if the page had closed before the database had them
  for (const [name, value] of hand) localStorage.setItem(name, value.replace(/"tab":"[^"]+"/, '"tab":"gone"'))

  const heard: [string, number[]][] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    heard.push([new URL(request.url).pathname, [...new Uint8Array(await request.arrayBuffer())].slice(0, 4)])
    return Response.json({})
  })
  await openOutbox('lin')
  await flush()
  expect(heard.map(([path]) => path)).toEqual(['/api/photos/p', '/api/posts/a'])
  expect(heard[0]![1]).toEqual([0xff, 0xd8, 0xff, 0x00])
  expect(inHand()).toEqual([])
})

test('a photo too big to be held is still kept and sent', async () => {
  const heard: number[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    heard.push((await request.arrayBuffer()).byteLength)
    return Response.json({})
  })
  await openOutbox('lin')
  await enqueueAll([
    { method: 'PUT', path: '/api/photos/big?use=team', blob: new Blob([new Uint8Array(1_600_000)], { type: 'image/jpeg' }), label: '照片' },
  ])
  await vi.waitFor(() => expect(heard).toEqual([1_600_000]))
})
