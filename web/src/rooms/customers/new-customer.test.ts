import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { closeOutbox, enqueue, flush, newId, openOutbox, useOutbox } from '@/kit/outbox'
import { keepVisit } from './new-customer'

afterEach(() => {
  closeOutbox()
  vi.unstubAllGlobals()
})

test("a visit at a colleague's company is kept there, and whom she met and what was signed go into her own words, her plan for it goes", async () => {
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
  await enqueue({
    method: 'PUT',
    path: `/api/deals/${newId()}`,
    body: { customerId: made, name: '展会套餐', amountFen: 10920000 },
    label: '签单 · 云顶',
    key,
  })
  await enqueue({
    method: 'PUT',
    path: `/api/planned-visits/${newId()}`,
    body: { customerId: made, day: '2026-11-30' },
    label: '',
    key: 'plan',
    after: [`/api/customers/${made}`],
  })
  await flush()
  await vi.waitFor(() => expect(useOutbox().items.value).toHaveLength(6))

  await keepVisit(item, { name: '云顶', city: '杭州' })
  await flush()

  expect(sent).toEqual({
    [visit]: { customerId: made, deviceAt: 'then', company: { name: '云顶', city: '杭州' } },
    outcome: { outcome: 'advanced', kpMet: true, contactId: null, note: '看了样本 · 王总 · 138 · 签单 展会套餐 ¥109200' },
  })
  await vi.waitFor(() => expect(useOutbox().items.value).toEqual([]))
})
