import { ref } from 'vue'

/** How far the server's clock is ahead of this device's, ms. A phone whose clock is off still shows the right ring. */
const ahead = ref(0)
/** Half a trip through a slow network is not a wrong clock: small differences are left alone. */
const noise = 1500

/** Takes the server's time out of an answer that was asked for at `asked` and came at `got` (ms of this device). */
export function heardTheTime(serverNow: string, asked: number, got: number): void {
  const offset = Date.parse(serverNow) - (asked + got) / 2
  if (Number.isNaN(offset)) return
  if (Math.abs(offset - ahead.value) > noise) ahead.value = Math.abs(offset) > noise ? offset : 0
}

/** An instant of the server as this device's clock will show it, ms. */
export const onThisDevice = (instant: string | number) => new Date(instant).getTime() - ahead.value

/** The server's time now, ms. */
export const serverTime = (now = Date.now()) => now + ahead.value
