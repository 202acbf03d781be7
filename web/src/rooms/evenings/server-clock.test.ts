import { beforeEach, expect, test, vi } from 'vitest'

const minute = 60_000
const sevenPm = Date.parse('2026-11-20T11:00:00Z')
let clock: typeof import('./server-clock')

beforeEach(async () => {
  vi.resetModules()
  clock = await import('./server-clock')
})

test('a phone that is ten minutes fast ends the ring with the stage', () => {
  const phone = sevenPm + 10 * minute
  clock.heardTheTime(new Date(sevenPm).toISOString(), phone - 100, phone + 100)
  expect(clock.onThisDevice('2026-11-20T11:05:00Z')).toBe(phone + 5 * minute)
  expect(clock.serverTime(phone)).toBe(sevenPm)
})

test('a slow network is not a wrong clock', () => {
  clock.heardTheTime(new Date(sevenPm).toISOString(), sevenPm - 1800, sevenPm + 1000)
  expect(clock.serverTime(sevenPm)).toBe(sevenPm)
})

test('a clock that is set right meanwhile is believed again', () => {
  const late = sevenPm - 30 * minute
  clock.heardTheTime(new Date(sevenPm).toISOString(), late, late)
  clock.heardTheTime(new Date(sevenPm).toISOString(), sevenPm, sevenPm)
  expect(clock.serverTime(sevenPm)).toBe(sevenPm)
})

test('nonsense changes nothing', () => {
  clock.heardTheTime('', sevenPm, sevenPm)
  expect(clock.serverTime(sevenPm)).toBe(sevenPm)
})
