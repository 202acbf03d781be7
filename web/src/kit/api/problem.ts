/** The server said no, and said why. `code` is stable; words for it are `error.<code>`. */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    /** Field name → what is wrong with it, for `request.invalid`. */
    readonly errors: Record<string, string[]> = {},
    readonly traceId?: string,
  ) {
    super(`${status} ${code}`)
  }
}

/** Nobody answered: no network, or a server that is restarting. Trying again is right. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Whether the same request may do better later. */
export const passing = (failure: unknown) =>
  failure instanceof Unreachable || (failure instanceof Problem && [408, 429, 502, 503, 504].includes(failure.status))

type Body = { code?: unknown; title?: unknown; errors?: unknown; traceId?: unknown }
const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** Reads a Problem out of any answer, also one that a proxy made. */
export function toProblem(response: Response, body: unknown): Problem {
  const { code, title, errors, traceId } = (typeof body === 'object' && body ? body : {}) as Body
  return new Problem(response.status, text(code) ?? usual(response.status), text(title) ?? response.statusText, fields(errors), text(traceId))
}

// Validation names fields as C# or JSON does (`Account`, `$.account`); a form knows them as it sent them.
const fieldName = (name: string) => name.replace(/^\$\.?/, '').replace(/^./, first => first.toLowerCase())
const fields = (errors: unknown) =>
  Object.fromEntries(Object.entries((errors ?? {}) as Record<string, string[]>).map(([name, why]) => [fieldName(name), [why].flat()]))

function usual(status: number): string {
  if (status === 401) return 'session.required'
  if (status === 403) return 'access.denied'
  if (status === 404) return 'not-found'
  if (status === 400) return 'request.invalid'
  return status >= 500 && status !== 500 ? 'server.busy' : 'unknown'
}
