import type { InfiniteData } from '@tanstack/vue-query'
import { queries } from '@/kit/api'
import type { FeedItem } from './wire'

/** The pages of the feed as this tab holds them. */
export type Pages = InfiniteData<{ items: FeedItem[]; next?: string | null }, unknown>

/** Newest first; a line that came back to the top may stand on two pages until both are fetched again. */
export const linesOf = (pages: Pages | undefined): FeedItem[] => [
  ...new Map((pages?.pages ?? []).flatMap(page => page.items).map(item => [item.id, item])).values(),
]

/** Changes one line where it stands, so that nothing jumps under a reading eye. */
export function changeLine(id: string, change: (item: FeedItem) => FeedItem): void {
  queries.setQueryData<Pages>(['feed'], feed =>
    feed ? { ...feed, pages: feed.pages.map(page => ({ ...page, items: page.items.map(item => (item.id === id ? change(item) : item)) })) } : feed,
  )
  queries.setQueryData<FeedItem>(['feed-line', id], item => (item ? change(item) : item))
}

/** The first page alone: what is asked for again when somebody wants to see what is new. */
export function keepFirstPage(): void {
  queries.setQueryData<Pages>(['feed'], feed => (feed ? { pages: feed.pages.slice(0, 1), pageParams: feed.pageParams.slice(0, 1) } : feed))
}

/** The words of a text, with those who were named apart. The longest name wins: @小林子 is not @小林. */
export function parts(text: string, names: string[]): { text: string; named: boolean }[] {
  const known = names.filter(Boolean).sort((a, b) => b.length - a.length)
  if (!known.length) return text ? [{ text, named: false }] : []
  const found = new RegExp(`(@(?:${known.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}))`)
  return text
    .split(found)
    .map((part, i) => ({ text: part, named: i % 2 === 1 }))
    .filter(part => part.text)
}
