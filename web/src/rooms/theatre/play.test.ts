import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'

const put = vi.hoisted(() => vi.fn())
const signIn = vi.hoisted(() => vi.fn())
const refreshMe = vi.hoisted(() => vi.fn())
const reopenLive = vi.hoisted(() => vi.fn())
vi.mock('@/kit/api/client', () => ({ put }))
vi.mock('@/kit/live', () => ({ reopenLive }))
vi.mock('@/kit/api', () => ({ loadMe: async () => undefined, refreshMe, signIn }))
const { usePlay } = await import('./play')

const beats = 3
const scope = effectScope()
const on = () => scope.run(usePlay)!
const played = () =>
  put.mock.calls
    .map(([path]) => path as string)
    .filter(path => path.includes('/beats/'))
    .map(path => Number(path.split('/').at(-1)))

beforeEach(() => {
  vi.useFakeTimers()
  put.mockReset().mockImplementation(async (path: string) => {
    if (path === '/api/demo') return { password: 'vesper-demo' }
    if (path === '/api/demo/plays') return { id: 'p', eveningId: 'e', beats }
    const n = Number(path.split('/').at(-1))
    return { done: n === beats, caption: `第 ${n} 步`, captionEn: `step ${n}`, delayMs: 1000 }
  })
})
afterEach(() => vi.useRealTimers())

test('a watcher is signed in as the rep, and the evening plays to its end by itself', async () => {
  const theatre = on()
  await theatre.begin()
  expect(signIn).toHaveBeenCalledWith('rep', 'vesper-demo')
  expect(refreshMe).toHaveBeenCalled() // from here on she is somebody of this evening
  expect(reopenLive).toHaveBeenCalled()
  theatre.toggle()
  await vi.advanceTimersByTimeAsync(5000)
  expect(played()).toEqual([1, 2, 3])
  expect(theatre.finished.value).toBe(true)
  expect(theatre.playing.value).toBe(false)
})

test('paused it waits, one step is one beat, however often it is tapped', async () => {
  const theatre = on()
  await theatre.begin()
  theatre.toggle()
  await vi.advanceTimersByTimeAsync(10)
  theatre.toggle()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(played()).toEqual([1])
  await Promise.all([theatre.step(), theatre.step()])
  expect(played()).toEqual([1, 2])
  expect(theatre.caption.value?.en).toBe('step 2')
})

test('twice as fast is half the waiting', async () => {
  const theatre = on()
  await theatre.begin()
  theatre.speed.value = 2
  theatre.toggle()
  await vi.advanceTimersByTimeAsync(600)
  expect(played()).toEqual([1, 2])
})
