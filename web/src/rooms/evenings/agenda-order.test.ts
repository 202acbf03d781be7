import { expect, test } from 'vitest'
import { around, asPlan, moved, placed, played, without } from './agenda-order'
import type { Act, Evening, Item } from './wire'

const item = (id: string, act: Act, position: number, more: Partial<Item> = {}) =>
  ({ id, act, position, minutes: 3, state: 'waiting', ...more }) as Item
const mood = item('mood', 'relief', 1)
const furniture = item('furniture', 'nourish', 2)
const hardware = item('hardware', 'nourish', 3)
const story = item('story', 'lift', 4)
const agenda = [mood, furniture, hardware, story]
const ids = (items: Item[]) => items.map(one => one.id).join(' ')
const at = (currentItemId: string | null, items = agenda) => ({ currentItemId, items }) as Evening

test('the remote begins with the first item and ends after the last', () => {
  expect(around(at(null))).toEqual({ after: mood })
  expect(around(at('mood'))).toEqual({ before: undefined, after: furniture })
  expect(around(at('hardware'))).toEqual({ before: furniture, after: story })
  expect(around(at('story'))).toEqual({ before: hardware, after: undefined })
})

test('the remote walks by position and passes over what was dropped', () => {
  const mixed = [story, item('gone', 'nourish', 2.5, { state: 'dropped' }), hardware, mood, furniture]
  expect(ids(played(mixed))).toBe('mood furniture hardware story')
  expect(around(at('furniture', mixed)).after).toBe(hardware)
})

test('an item moves within its act only', () => {
  expect(ids(moved(agenda, 'hardware', -1))).toBe('mood hardware furniture story')
  expect(ids(moved(agenda, 'furniture', -1))).toBe(ids(agenda))
  expect(ids(moved(agenda, 'story', 1))).toBe(ids(agenda))
})

test('dragged beyond its act it lands at the edge', () => {
  expect(ids(placed(agenda, 'furniture', 3))).toBe('mood hardware furniture story')
  expect(ids(placed(agenda, 'hardware', 0))).toBe('mood hardware furniture story')
  expect(ids(placed(agenda, 'nobody', 0))).toBe(ids(agenda))
})

test('a plan names what stays, in order', () => {
  expect(asPlan(without(agenda, 'furniture'))).toEqual([
    { id: 'mood', minutes: 3 },
    { id: 'hardware', minutes: 3 },
    { id: 'story', minutes: 3 },
  ])
})
