import { computed, ref } from 'vue'
import { setZone } from '@/kit/time'
import { api, ask, onSignedOut } from './client'
import { Problem } from './problem'
import { queries } from './queries'
import type { paths } from './schema'

/** Who is signed in, as the server says it. */
export type Me = paths['/api/me']['get']['responses'][200]['content']['application/json']

const key = 'vesper.me'
const member = ref<Me>()

function hold(me: Me | undefined): Me | undefined {
  member.value = me
  if (me) {
    setZone(me.zone)
    localStorage.setItem(key, JSON.stringify(me))
  } else localStorage.removeItem(key)
  return me
}

/** Who we were last time, so that the app opens without a network. */
function remembered(): Me | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Asks the server who is signed in: after a change to one's own record, and once a page load. */
export async function refreshMe(): Promise<Me | undefined> {
  try {
    return hold(await ask(api.GET('/api/me')))
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 401) return hold(undefined)
    throw failure
  }
}

/**
 * Who is signed in; undefined if nobody is. Whoever it was last time opens at once, with or without a network, and is
 * looked at again meanwhile: a session that has ended leads to the sign-in.
 */
export async function loadMe(): Promise<Me | undefined> {
  if (member.value) return member.value
  const earlier = remembered()
  if (!earlier) return refreshMe()
  refreshMe().catch(() => {}) // without an answer the remembered member stays
  return hold(earlier)
}

export async function signIn(account: string, password: string): Promise<Me> {
  const me = await ask(api.POST('/api/session', { body: { account, password } }))
  queries.clear()
  hold(me)
  return me
}

/** Signs this browser out, or with `everywhere` every browser this member ever signed in with. */
export async function signOut(everywhere = false): Promise<void> {
  // Whoever takes this phone next hears nothing that is hers.
  await import('@/kit/push').then(({ stopPush }) => stopPush()).catch(() => {})
  await ask(api.DELETE('/api/session', { params: { query: everywhere ? { everywhere: true } : {} } }))
  forgetMe()
}

/** This browser knows nobody any more. */
export function forgetMe(): void {
  hold(undefined)
  queries.clear()
}

onSignedOut(() => hold(undefined))

/** The member in templates and composables. Pages behind a sign-in always have one. */
export const useMe = () => computed(() => member.value as Me)
export const signedIn = computed(() => member.value !== undefined)
