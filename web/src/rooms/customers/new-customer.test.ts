import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { closeOutbox, enqueue, flush, newId, openOutbox, useOutbox } from '@/kit/outbox'
import { keepVisit } from './new-customer'

afterEach(() => {
  closeOutbox()
  vi.unstubAllGlobals()
})

test("a visit at a colleague's company is kept there, and whom she met goes into her own words", async () => {
  const sent: Record<string, unknown> = {}
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    if (/^\/api\/customers\//.test(pathname)) return Response.json({ code: 'customer.protected' }, { status: 409 })
    sent[pathname.split('/').at(-1)!] = await request.json()
    return Response.json({})
  })
  await openOutbox('lin')
  const [made, visit, person] = [newId(), newId(), newId()]
  const key = `customer ${made}`
  const put = (path: string, body: object) => enqueue({ method: 'PUT', path, body, label: '', key })
  const item = await put(`/api/customers/${made}`, { name: '云顶', city: '杭州' })
  await put(`/api/check-ins/${visit}`, { customerId: made, deviceAt: 'then' })
  await put(`/api/customers/${made}/contacts/${person}`, { name: '王总', phone: '138' })
  await put(`/api/visits/${visit}/outcome`, { outcome: 'advanced', kpMet: true, contactId: person, note: '看了样本' })
  await flush()
  await vi.waitFor(() => expect(useOutbox().items.value).toHaveLength(4))

  await keepVisit(item, { name: '云顶', city: '杭州' })
  await flush()

  expect(sent).toEqual({
    [visit]: { customerId: made, deviceAt: 'then', company: { name: '云顶', city: '杭州' } },
    outcome: { outcome: 'advanced', kpMet: true, contactId: null, note: '看了样本 · 王总 · 138' },
  })
  await vi.waitFor(() => expect(useOutbox().items.value).toEqual([]))
})
