import type { Terms } from './wire'

export type OffWork = 'leave' | 'day' | 'hours'

/** What the server said of a check-in that waited. */
export const offThen: Record<string, OffWork | undefined> = { 'check-in.on-leave': 'leave', 'check-in.day-off': 'day', 'check-in.off-hours': 'hours' }

/**
 * Why the button is off, or nothing: the server's own rule, so that it answers without a network. Terms of an earlier day know the hours but not
 * whether today is a holiday or on leave; then the week decides.
 */
export function offWork(terms: Terms | undefined, day: string, time: string): OffWork | undefined {
  if (!terms) return undefined
  const today = terms.day === day
  if (today && terms.onLeave) return 'leave'
  if (!terms.opens || !terms.closes) return undefined
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  if (today ? !terms.works : weekend) return 'day'
  const [opens, closes] = [terms.opens.slice(0, 5), terms.closes.slice(0, 5)]
  const open = opens <= closes ? time >= opens && time < closes : time >= opens || time < closes
  return open ? undefined : 'hours'
}
