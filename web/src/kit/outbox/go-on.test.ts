import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeOutbox, enqueue, flush, goOnWith, goOnWithout, newId, openOutbox } from '.'
import { database } from './store'

const { outgoing } = database
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

const problem = (status: number, code: string) => Response.json({ code, title: code }, { status })

test('a new customer that is there already gives way to the known one: check-in, contact, outcome and plan go on with it', async () => {
  const [made, known, visit] = [newId(), newId(), newId()]
  answer = path => (path === `/api/customers/${made}` ? problem(409, 'customer.protected') : Response.json({}))
  await openOutbox('lin')
  const key = `customer ${made}`
  const item = await enqueue({ method: 'PUT', path: `/api/customers/${made}`, body: { name: '云顶' }, label: '新客户', key })
  await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: { customerId: made }, label: '签到', key })
  await enqueue({ method: 'PUT', path: `/api/customers/${made}/contacts/c`, body: {}, label: '联系人', key })
  await enqueue({ method: 'PUT', path: `/api/visits/${visit}/outcome`, body: { outcome: 'open' }, label: '结果', key })
  const after = [`/api/customers/${made}`]
  await enqueue({ method: 'PUT', path: '/api/planned-visits/p', body: { customerId: made }, label: '计划', key: 'plan', after })
  await flush()
  expect(asked).toHaveLength(1)

  asked = []
  await goOnWith(item, known)
  await flush()
  expect(asked.filter(line => !line.includes('planned')).map(line => line.replace(known, 'known').replace(visit, 'v'))).toEqual([
    'PUT /api/check-ins/v {"customerId":"known"}',
    'PUT /api/customers/known/contacts/c {}',
    'PUT /api/visits/v/outcome {"outcome":"open"}',
  ])
  expect(asked).toContain(`PUT /api/planned-visits/p {"customerId":"${known}"}`)
  expect(await outgoing.count()).toBe(0)
})

test('what goes on without a refused thing changes all at once, or not at all', async () => {
  answer = path => (path.includes('first') ? problem(409, 'no') : Response.json({}))
  await openOutbox('lin')
  const [id, visit] = [newId(), newId()]
  const first = await enqueue({ method: 'PUT', path: `/api/first/${id}`, body: {}, label: '', key: 'k' })
  await enqueue({ method: 'PUT', path: `/api/check-ins/${visit}`, body: { customerId: id }, label: '', key: 'k' })
  await enqueue({ method: 'PUT', path: `/api/visits/${visit}/outcome`, body: {}, label: '', key: 'k' })
  await flush()
  const broken = goOnWithout(first.id, item => {
    if (item.path.endsWith('outcome')) throw new Error('broken')
    return { ...item, body: { customerId: 'half' } }
  })
  await expect(broken).rejects.toThrow('broken')
  expect((await outgoing.toArray()).map(item => JSON.stringify(item.body)).sort()).toEqual(['{}', '{}', `{"customerId":"${id}"}`].sort())
  await outgoing.clear()
})
