import type { HelpClock } from './wire'

export type HelpState = 'rings' | 'soon' | 'late' | 'escalated' | 'answered'

/** The clock of a call as a sentence's choice; minutes are rounded up, so that "0 minutes left" is never said. */
export function clockWords(call: HelpClock, now: number): { state: HelpState; minutes: number } {
  const left = Date.parse(call.until) - now
  const minutes = Math.max(0, Math.ceil(left / 60_000))
  if (call.answeredAt) return { state: 'answered', minutes }
  if (call.escalatedAt) return { state: 'escalated', minutes }
  return { state: left <= 0 ? 'late' : minutes <= 1 ? 'soon' : 'rings', minutes }
}
