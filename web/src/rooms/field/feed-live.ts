import { onScopeDispose, ref } from 'vue'
import { api, ask, invalidate, passing, queries } from '@/kit/api'
import { type LiveEvent, useLive } from '@/kit/live'
import { onSent } from '@/kit/outbox'
import { changeLine, keepFirstPage, linesOf, type Pages } from './feed-lines'
import type { Reactions } from './wire'

/** So near to the top new lines may come in by themselves. */
const nearTop = 160
const about = (event: LiveEvent) => {
  const of = (event.of ?? {}) as { itemId?: string; visitId?: string }
  return of.itemId ?? of.visitId
}

/**
 * Keeps the feed as it is on the server without moving what is read: a known line changes in its place; new lines come in at the top when the top is in sight,
 * else they wait behind "3 条新的".
 */
export function useFeedLive() {
  const fresh = ref<string[]>([])
  const atTop = () => scrollY < nearTop
  const known = (id: string) => linesOf(queries.getQueryData<Pages>(['feed'])).some(item => item.id === id)

  async function look(id: string) {
    try {
      const item = await ask(api.GET('/api/feed/{itemId}', { params: { path: { itemId: id } } }))
      changeLine(id, () => item)
    } catch (failure) {
      if (!passing(failure)) await invalidate('feed')
    }
  }

  async function hear(id: string | undefined, raises = false) {
    if (!id) return
    void invalidate('feed-line', id)
    if (atTop() && (raises || !known(id))) await invalidate('feed')
    else if (known(id)) await look(id)
    else if (!fresh.value.includes(id)) fresh.value = [...fresh.value, id]
  }

  useLive(['feed.', 'reaction.', 'help.answered', 'help.escalated'], event => void hear(about(event)))
  useLive(['check-in.', 'visit.', 'help.called'], event => void hear(about(event), true))
  useLive(['deal.', 'mission.', 'journal.'], () => void (atTop() && invalidate('feed')))
  onScopeDispose(
    onSent((item, answer) => {
      const reacted = /^\/api\/feed\/([^/]+)\/reactions\//.exec(item.path)?.[1]
      if (reacted) changeLine(reacted, line => ({ ...line, reactions: answer as Reactions }))
      else if (/^\/api\/(posts|help-calls|check-ins|visits|deals)\//.test(item.path)) void invalidate('feed')
      else if (/^\/api\/feed\/[^/]+\/comments\//.test(item.path)) void look(item.path.split('/')[3] as string)
    }),
  )

  async function show() {
    fresh.value = []
    keepFirstPage()
    scrollTo({ top: 0 })
    await invalidate('feed')
  }
  return { fresh, show }
}
