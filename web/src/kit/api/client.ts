import createClient from 'openapi-fetch'
import { Problem, toProblem, Unreachable } from './problem'
import type { paths } from './schema'

const signedOut = new Set<() => void>()
/** Called when the server no longer knows who we are. */
export function onSignedOut(handler: () => void): () => void {
  signedOut.add(handler)
  return () => signedOut.delete(handler)
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (failure) {
    if (request.signal.aborted) throw failure
    throw new Unreachable('no answer', { cause: failure })
  }
}

/** The server, typed by openapi.json. Wrap a call in `ask` to get its answer or a Problem. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', credentials: 'same-origin', fetch: reach })

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** `await ask(api.GET('/api/me'))` — the answer itself; throws Problem when refused, Unreachable when nobody answered. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await call
  if (response.ok) return data as Exclude<T, undefined>
  const problem = toProblem(response, error)
  if (problem.code === 'session.required') for (const handler of signedOut) handler()
  throw problem
}

/** A request whose path is only known when it runs, for the outbox. */
export async function send(path: string, request: RequestInit): Promise<unknown> {
  const response = await reach(new Request(new URL(path, location.origin), { credentials: 'same-origin', ...request }))
  const json = await response.json().catch(() => undefined)
  return ask(Promise.resolve(response.ok ? { data: json, response } : { error: json, response }))
}

/** The same with JSON. */
export const put = (path: string, body: unknown, method = 'PUT') =>
  send(path, { method, headers: { 'content-type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) })

export { Problem, Unreachable }
