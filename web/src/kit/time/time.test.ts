import { beforeEach, expect, test } from 'vitest'
import { setLocale } from '@/kit/text'
import { ago, clock, day, dayOf, hourOf, minutesAndSeconds, setZone } from '.'

const friday = '2025-11-21T16:30:00Z' // already Saturday in Shanghai

beforeEach(async () => {
  setZone('Asia/Shanghai')
  await setLocale('zh-CN')
})

test('a day is written as the team says it', () => {
  expect(day(friday)).toBe('11 月 22 日 周六')
  expect(day('2025-11-21')).toBe('11 月 21 日 周五')
})

test('in English too', async () => {
  await setLocale('en')
  expect(day('2025-11-21')).toBe('Fri 21 Nov')
})

test('clocks and days follow the organisation, not the phone', () => {
  expect(clock(friday)).toBe('00:30')
  expect(dayOf(friday)).toBe('2025-11-22')
  expect(hourOf(friday)).toBe(0)
  setZone('Europe/Berlin')
  expect(clock(friday)).toBe('17:30')
  expect(dayOf(friday)).toBe('2025-11-21')
})

test('relative time becomes a date after a week', () => {
  const now = Date.parse(friday)
  expect(ago(now - 20_000, now)).toBe('刚刚')
  expect(ago(now - 5 * 60_000, now)).toBe('5分钟前')
  expect(ago(now - 26 * 3_600_000, now)).toBe('昨天')
  expect(ago(now - 9 * 86_400_000, now)).toBe('11 月 13 日 周四')
})

test('a timer reads minutes and seconds, also when it is over', () => {
  expect(minutesAndSeconds(192)).toBe('3:12')
  expect(minutesAndSeconds(0)).toBe('0:00')
  expect(minutesAndSeconds(-65)).toBe('-1:05')
})
