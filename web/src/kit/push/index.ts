import { api, ask } from '@/kit/api'
import { t } from '@/kit/text'

/** unsupported: this browser cannot (an iPhone can, once the app is on the home screen) · denied: the person said no to the browser. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const supported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
const current = async () => (supported() ? ((await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() ?? null) : null)

export async function pushState(): Promise<PushState> {
  if (!supported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return (await current()) ? 'on' : 'off'
}

const bytes = (text: string) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))

/** Asks the browser, then tells the server. False when the person said no. */
export async function startPush(key: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const worker = await navigator.serviceWorker.ready
  const old = await worker.pushManager.getSubscription()
  if (old && !sameKey(old, key)) await old.unsubscribe()
  await tellServer(await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) }))
  await keepWords()
  return true
}
const sameKey = (subscription: PushSubscription, key: string) => {
  const theirs = subscription.options.applicationServerKey
  return theirs !== null && String(new Uint8Array(theirs)) === String(bytes(key))
}

/** This browser rings no more: the switch, and every sign-out. */
export async function stopPush(): Promise<void> {
  const subscription = await current()
  if (!subscription) return
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint)))
  const hex = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  await Promise.allSettled([subscription.unsubscribe(), ask(api.DELETE('/api/me/push-subscriptions/{hash}', { params: { path: { hash: hex } } }))])
}

/** At a start: browsers change their addresses now and then, and languages change too. */
export async function renewPush(): Promise<void> {
  const subscription = await current()
  if (!subscription || Notification.permission !== 'granted') return
  await tellServer(subscription)
  await keepWords()
}

async function tellServer(subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON()
  await ask(api.PUT('/api/me/push-subscriptions', { body: { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } }))
}

const kinds = [
  'help-now',
  'help-now-nowhere',
  'help-answered',
  'help-answered-nowhere',
  'mention',
  'comment',
  'mission-planned',
  'word-wanted',
  'evidence-shared',
  'journal-replied',
  'commitment-due',
  'location-looked',
  'grade-falls',
  'pool-soon',
  'pool-released',
  'customer-visited',
  'customer-given',
  'customer-taken',
  'inventory-started',
  'inventory-due',
  'joint-planned',
  'joint-changed',
  'joint-dropped',
  'joint-held',
  'joint-debriefed',
  'handover',
  'export-asked',
  'export-ready',
  'dispute-raised',
  'dispute-decided',
  'dispute-appealed',
]

/** The sentences for the service worker, which has no words of its own: in this browser's language, with their places left open. */
async function keepWords() {
  const open = { who: '{who}', customer: '{customer}', count: '{count}' }
  const words = { other: t('kit.noticesNew', 1), ...Object.fromEntries(kinds.map(kind => [kind, t(`notice.${kind}`, open)])) }
  await (await caches.open('vesper-push')).put('/push-words', Response.json(words))
}
