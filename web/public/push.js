// Part of the service worker: shows what a push says and opens where it leads. Its sentences are put there by the app (kit/push).
self.addEventListener('push', event => {
  let notice = {}
  try {
    notice = event.data ? event.data.json() : {}
  } catch {
    // something else than ours: the plain sentence below
  }
  event.waitUntil(show(notice))
})

async function show(notice) {
  const kept = await caches.match('/push-words', { cacheName: 'vesper-push' }).catch(() => undefined)
  const words = kept ? await kept.json().catch(() => ({})) : {}
  const somewhere = notice.words && notice.words.customer
  const sentence = (!somewhere && words[`${notice.kind}-nowhere`]) || words[notice.kind] || words.other || 'Vesper 晚分享'
  const text = sentence.replace(/\{(\w+)\}/g, (_, name) => (notice.words && notice.words[name]) || '')
  await self.registration.showNotification('Vesper 晚分享', {
    body: text,
    tag: notice.id,
    icon: '/icon-192.png',
    timestamp: Date.parse(notice.at) || Date.now(),
    data: { id: notice.id, link: typeof notice.link === 'string' && /^\/(?!\/)/.test(notice.link) ? notice.link : '/notices' },
  })
}

self.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(open(event.notification.data || {}))
})

async function open({ id, link = '/notices' }) {
  const read = id ? fetch(`/api/notices/${id}/reading`, { method: 'PUT' }).catch(() => {}) : undefined
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const here = windows.find(one => new URL(one.url).origin === self.location.origin)
  // A browser that will not bring the window to the front may still turn its page.
  const shown = here && (await here.focus().catch(() => here).then(one => one.navigate(link)).catch(() => null))
  if (!shown) await self.clients.openWindow(link)
  await read
}
