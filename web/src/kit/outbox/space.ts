import { probe, ready } from './store'

/** fine · full: nothing more can be kept · none: this browser keeps nothing (a private window) · beside: the old store cannot be opened, a new one is in use. */
export type Space = 'fine' | 'full' | 'none' | 'beside'

/** Below this a photo or two no longer fit, bytes. */
const tight = 3_000_000

/** Looks by writing, since what the browser reckons is an estimate. */
export async function measure(): Promise<Space> {
  const store = await ready().catch(() => undefined)
  if (!store) return 'none'
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  if (quota !== undefined && usage !== undefined && quota - usage < tight) return 'full'
  return probe().then(
    () => (store === 'beside' ? 'beside' : 'fine'),
    () => 'full',
  )
}

const asked = 'vesper.outbox.persist'
/** Asks the browser not to tidy our store away: once, when there is something in it that is worth asking for. */
export function askToStay(): void {
  if (localStorage.getItem(asked)) return
  localStorage.setItem(asked, 'yes')
  void navigator.storage?.persist?.().catch(() => {})
}
