import { beforeEach, expect, test } from 'vitest'
import { setLocale } from '@/kit/text'
import { plusDays, shortDay, workdayAfter } from './workdays'

const friday = '2026-11-20'
beforeEach(() => setLocale('zh-CN'))

test('after Friday comes Monday', () => {
  expect(workdayAfter(friday)).toBe('2026-11-23')
  expect(workdayAfter(friday, 3)).toBe('2026-11-25')
  expect(workdayAfter('2026-11-22')).toBe('2026-11-23')
  expect(workdayAfter('2026-11-18')).toBe('2026-11-19')
})

test('days pass the end of a year', () => {
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
})

test('a near day is a weekday, a far one a date, in both languages', async () => {
  expect(shortDay('2026-11-23', friday)).toBe('周一')
  expect(shortDay('2026-12-01', friday)).toBe('12月1日')
  await setLocale('en')
  expect(shortDay('2026-11-23', friday)).toBe('Monday')
  expect(shortDay('2026-12-01', friday)).toBe('1 Dec')
})
