import { expect, test } from 'vitest'
import { newId } from './id'

test('an id is a UUID v7 that carries its time', () => {
  const id = newId(Date.UTC(2030, 0, 1))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2030, 0, 1))
})

test('a thousand ids made at once differ and keep their order, even when the clock goes back', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => newId(1000 - i))
  expect(new Set(ids).size).toBe(1000)
  expect([...ids].sort()).toEqual(ids)
})
