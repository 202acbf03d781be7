import { computed, onScopeDispose, ref } from 'vue'
import { locale, t } from '@/kit/text'

const zone = ref('Asia/Shanghai')
/** The organisation's zone; days and clocks are shown in it wherever the phone is. */
export const setZone = (to: string) => {
  zone.value = to
}

type When = string | number | Date
const formats = new Map<string, Intl.DateTimeFormat>()
function format(when: Date, options: Intl.DateTimeFormatOptions, timeZone = zone.value, language: string = locale.value): string {
  const id = language + timeZone + JSON.stringify(options)
  const made = formats.get(id) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone })
  formats.set(id, made)
  return made.format(when)
}

// 'yyyy-MM-dd' is a day, not an instant: it is the same day in every zone.
const isDay = (when: When): when is string => typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)
const at = (when: When) => new Date(when)
const zoneOf = (when: When) => (isDay(when) ? 'UTC' : zone.value)

/** `11 月 21 日 周五` · `Fri 21 Nov` */
export function day(when: When): string {
  if (locale.value === 'en') return format(at(when), { weekday: 'short', day: 'numeric', month: 'short' }, zoneOf(when)).replace(',', '')
  const [month, date] = format(at(when), { month: 'numeric', day: 'numeric' }, zoneOf(when), 'en-US').split('/')
  return `${month} 月 ${date} 日 ${format(at(when), { weekday: 'short' }, zoneOf(when))}`
}

/** `15:00` */
export const clock = (when: When) => format(at(when), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The organisation's day of an instant, `yyyy-MM-dd`. */
export const dayOf = (when: When = Date.now()) =>
  isDay(when) ? when : format(at(when), { year: 'numeric', month: '2-digit', day: '2-digit' }, zone.value, 'sv')

/** The hour of the day in the organisation's zone, 0–23. */
export const hourOf = (when: When = Date.now()) => Number(format(at(when), { hour: '2-digit', hourCycle: 'h23' }, zone.value, 'en-US'))

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
]

/** `刚刚` · `5分钟前` · `昨天`, and the day itself after a week. */
export function ago(when: When, now = Date.now()): string {
  let amount = (at(when).getTime() - now) / 60_000
  if (Math.abs(amount) < 1) return t('kit.justNow')
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size) return new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto' }).format(Math.trunc(amount), unit)
    amount /= size
  }
  return day(when)
}

/** `3:12`; seconds may be negative for time overrun. */
export const minutesAndSeconds = (seconds: number) => {
  const whole = Math.abs(Math.round(seconds))
  return `${seconds < -0.5 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** The time now, as often as the screen needs it (ms). */
export function useNow(every = 30_000) {
  const now = ref(Date.now())
  const timer = setInterval(() => {
    now.value = Date.now()
  }, every)
  onScopeDispose(() => clearInterval(timer))
  return computed(() => now.value)
}
