import { describe, expect, it } from 'vitest'
import { linesOf, type Pages, parts } from './feed-lines'
import { clockWords } from './help-words'
import { toggled, withWaiting } from './reactions'
import type { FeedItem, Reactions } from './wire'

const none: Reactions = { congratulate: 0, encourage: 0, heard: 0, mine: [] }
const tap = (method: 'PUT' | 'DELETE', kind: string, state: 'waiting' | 'refused' = 'waiting') => ({
  method,
  path: `/api/feed/a/reactions/${kind}`,
  state,
})

describe('reactions', () => {
  it('show what waits on the phone, and of several taps the last', () => {
    expect(withWaiting(none, [tap('PUT', 'heard')], 'a')).toEqual({ ...none, heard: 1, mine: ['heard'] })
    expect(withWaiting(none, [tap('PUT', 'heard'), tap('DELETE', 'heard')], 'a')).toEqual(none)
    expect(withWaiting(toggled(none, 'heard'), [tap('PUT', 'heard')], 'a').heard).toBe(1)
  })
  it('leave out what was refused and what belongs to another line', () => {
    expect(withWaiting(none, [tap('PUT', 'heard', 'refused')], 'a')).toEqual(none)
    expect(withWaiting(none, [tap('PUT', 'heard')], 'b')).toEqual(none)
  })
})

describe('a text with names in it', () => {
  it('sets apart who was named, the longest name first', () =>
    expect(parts('@小林子 和 @小林 去下沙', ['小林', '小林子'])).toEqual([
      { text: '@小林子', named: true },
      { text: ' 和 ', named: false },
      { text: '@小林', named: true },
      { text: ' 去下沙', named: false },
    ]))
  it('is whole without names, and takes signs for what they are', () => {
    expect(parts('a@b.cn (*)', [])).toEqual([{ text: 'a@b.cn (*)', named: false }])
    expect(parts('问 @A.*', ['A.*']).at(-1)).toEqual({ text: '@A.*', named: true })
    expect(parts('', ['小林'])).toEqual([])
  })
})

describe('the clock of a call for help', () => {
  const call = { calledAt: '2026-03-02T06:00:00Z', until: '2026-03-02T06:15:00Z', answeredAt: null, escalatedAt: null }
  const at = (minute: number) => Date.parse(call.calledAt) + minute * 60_000
  it('counts down to the first answer, or to the manager', () => {
    expect(clockWords(call, at(0))).toEqual({ state: 'rings', minutes: 15 })
    expect(clockWords(call, at(3.5))).toEqual({ state: 'rings', minutes: 12 })
    expect(clockWords(call, at(14.5)).state).toBe('soon')
    expect(clockWords(call, at(15)).state).toBe('late')
    expect(clockWords({ ...call, escalatedAt: call.until }, at(16)).state).toBe('escalated')
    expect(clockWords({ ...call, answeredAt: call.until, escalatedAt: call.until }, at(16)).state).toBe('answered')
  })
})

it('a line that stands on two pages is shown once, where it came first', () => {
  const line = (id: string) => ({ id }) as FeedItem
  const pages: Pages = { pages: [{ items: [line('b'), line('a')] }, { items: [line('b'), line('c')] }], pageParams: ['', 'x'] }
  expect(linesOf(pages).map(item => item.id)).toEqual(['b', 'a', 'c'])
})
