import { locale } from '@/kit/text'

const ms = 86_400_000
const at = (day: string) => new Date(`${day}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)

export const plusDays = (day: string, days: number) => iso(new Date(at(day).getTime() + days * ms))

/** The workday `n` after this day, Monday to Friday; holidays are the server's to know. */
export function workdayAfter(day: string, n = 1): string {
  let next = day
  for (let left = n; left > 0; ) {
    next = plusDays(next, 1)
    const weekday = at(next).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return next
}

/** 周一 · Monday within a week, else 11 月 30 日 · 30 Nov. */
export function shortDay(day: string, today: string): string {
  const near = Math.abs(at(day).getTime() - at(today).getTime()) < 7 * ms
  const language = locale.value === 'en' ? 'en-GB' : 'zh-CN'
  return new Intl.DateTimeFormat(
    language,
    near ? { weekday: locale.value === 'en' ? 'long' : 'short', timeZone: 'UTC' } : { month: 'short', day: 'numeric', timeZone: 'UTC' },
  ).format(at(day))
}
