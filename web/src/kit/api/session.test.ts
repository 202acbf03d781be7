import { beforeEach, expect, test, vi } from 'vitest'

const lin = { id: '1', name: '小林', zone: 'Asia/Shanghai' }
let answer: () => Response | Error

beforeEach(() => {
  vi.resetModules() // a page load
  localStorage.clear()
  vi.stubGlobal('fetch', async () => {
    const given = answer()
    if (given instanceof Error) throw given
    return given
  })
})

const problem = (status: number, code?: string) => Response.json({ code, title: 'No', errors: { Account: ['too long'] } }, { status })
const load = () => import('.')

test('whoever was here last time opens at once without a network', async () => {
  localStorage.setItem('vesper.me', JSON.stringify(lin))
  answer = () => new TypeError('Failed to fetch')
  const { loadMe, signedIn } = await load()
  expect(await loadMe()).toEqual(lin)
  await new Promise(done => setTimeout(done))
  expect(signedIn.value).toBe(true)
})

test('a session that has ended is noticed behind the opened page, and told once', async () => {
  localStorage.setItem('vesper.me', JSON.stringify(lin))
  answer = () => problem(401, 'session.required')
  const { loadMe, onSignedOut, signedIn } = await load()
  const told = vi.fn()
  onSignedOut(told)
  await loadMe()
  await vi.waitFor(() => expect(signedIn.value).toBe(false))
  expect(told).toHaveBeenCalledTimes(1)
  expect(localStorage.getItem('vesper.me')).toBeNull()
})

test('a wrong password is a problem with its code, not a lost session', async () => {
  answer = () => problem(401, 'session.wrong')
  const { onSignedOut, Problem, signIn } = await load()
  const told = vi.fn()
  onSignedOut(told)
  const failure = await signIn('lin', 'x').catch(f => f)
  expect(failure).toBeInstanceOf(Problem)
  expect(failure).toMatchObject({ status: 401, code: 'session.wrong', errors: { account: ['too long'] } })
  expect(told).not.toHaveBeenCalled()
})

test('no answer is not a problem, and a proxy without words still gets a code', async () => {
  answer = () => new TypeError('Failed to fetch')
  const { api, ask, passing, Unreachable } = await load()
  expect(await ask(api.GET('/api/me')).catch(f => f)).toBeInstanceOf(Unreachable)
  answer = () => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } })
  const busy = await ask(api.GET('/api/me')).catch(f => f)
  expect(busy).toMatchObject({ status: 502, code: 'server.busy' })
  expect([passing(busy), passing(new Unreachable())]).toEqual([true, true])
})
