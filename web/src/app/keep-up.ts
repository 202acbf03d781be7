import { effectScope, nextTick, watch } from 'vue'
import { onSignedOut, queries, signedIn, useMe } from '@/kit/api'
import { liveStatus, onGap, startLive, stopLive } from '@/kit/live'
import { closeOutbox, onRefused, openOutbox, useOutbox, wakeOutbox } from '@/kit/outbox'
import { locale, t } from '@/kit/text'
import { refusalText } from '@/kit/text/problem-text'
import { tellTrouble } from '@/kit/ui/notices'
import { roomWords } from './room-words'
import { router } from './router'

/** Everything that runs beside the pages: live, outbox, sign-out, title and focus. */
export function keepUp() {
  const me = useMe()

  effectScope(true).run(() => {
    watch(
      signedIn,
      now => {
        if (!now) {
          stopLive()
          closeOutbox()
          return
        }
        startLive(toSignIn)
        void openOutbox(me.value.id, idle())
        void idle()
          .then(() => import('@/kit/push'))
          .then(({ renewPush }) => renewPush())
          .catch(() => {})
      },
      { immediate: true },
    )
    watch(locale, title)
    // The stream itself catches up from its cursor; what failed meanwhile is asked again.
    watch(liveStatus, now => now === 'live' && void queries.refetchQueries({ predicate: query => query.state.status === 'error' }))
    watch(liveStatus, now => now === 'live' && useOutbox().items.value.length && void wakeOutbox().catch(() => {}))
  })
  onGap(() => void queries.invalidateQueries())
  onSignedOut(toSignIn)
  onRefused(async item => {
    await roomWords()
    tellTrouble(t('outbox.refusedNow', { label: item.label, reason: refusalText(item.refusal) }))
  })

  let first = true
  router.afterEach(async (to, from, failure) => {
    if (failure) return
    title()
    if (!first && to.path !== from.path) {
      await nextTick()
      // A screen reader begins at the new page's heading, not at the link that is gone.
      const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
      heading?.focus({ preventScroll: true })
    }
    first = false
  })

  // A page whose file is gone after a new version: one reload brings the new names.
  router.onError((failure, to) => {
    if (!/dynamically imported module|Importing a module script|preload CSS/i.test(String(failure))) return
    if (navigator.onLine === false || sessionStorage.getItem('vesper.reloaded') === to.fullPath) return
    sessionStorage.setItem('vesper.reloaded', to.fullPath)
    location.assign(to.fullPath)
  })
}

/** When the first page has been painted and nothing else is pressing. */
const idle = () => new Promise(done => ('requestIdleCallback' in window ? requestIdleCallback(done, { timeout: 3000 }) : setTimeout(done, 1500)))

function title() {
  const word = router.currentRoute.value.meta.title
  document.title = word ? `${t(word)} · Vesper` : 'Vesper 晚分享'
}

function toSignIn() {
  const { fullPath, meta } = router.currentRoute.value
  stopLive()
  if (!meta.open) void router.replace({ name: 'sign-in', query: fullPath === '/' ? {} : { to: fullPath } })
}
