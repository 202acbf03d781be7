import { computed } from 'vue'
import { type Outgoing, useOutbox } from '@/kit/outbox'
import { tellFailure } from '@/kit/ui/notices'
import { react } from './feed-doing'
import type { FeedItem, ReactionKind, Reactions } from './wire'

/** The reactions after a tap of mine. */
export const toggled = (reactions: Reactions, kind: ReactionKind): Reactions =>
  reactions.mine.includes(kind)
    ? { ...reactions, [kind]: reactions[kind] - 1, mine: reactions.mine.filter(mine => mine !== kind) }
    : { ...reactions, [kind]: reactions[kind] + 1, mine: [...reactions.mine, kind] }

/** What the server knows with what still waits on this phone: of several taps on one kind the last counts. */
export function withWaiting(reactions: Reactions, waiting: readonly Pick<Outgoing, 'method' | 'path' | 'state'>[], id: string): Reactions {
  const last = new Map<ReactionKind, boolean>()
  for (const item of waiting)
    if (item.state === 'waiting' && item.path.startsWith(`/api/feed/${id}/reactions/`))
      last.set(item.path.split('/').at(-1) as ReactionKind, item.method === 'PUT')
  return [...last].reduce((now, [kind, given]) => (now.mine.includes(kind) === given ? now : toggled(now, kind)), reactions)
}

/** 贺 · 挺 · 听到了: on screen at once, with or without a network; a second tap takes it back. */
export function useReactions(item: () => FeedItem) {
  const { items } = useOutbox()
  const shown = computed(() => withWaiting(item().reactions, items.value, item().id))
  const tap = (kind: ReactionKind) => react(item(), kind, !shown.value.mine.includes(kind)).catch(tellFailure)
  return { shown, tap }
}
