import { expect, test } from 'vitest'
import { fenOf, lineFen, yuanOf } from './deals-data'

test('a sum as it is typed is fen, and nonsense is none', () => {
  expect(['109200', '¥109,200', '1,092.5', '0.01', ' 12 '].map(fenOf)).toEqual([10_920_000, 10_920_000, 109_250, 1, 1200])
  expect(['', '-1', '1.234', '万', '1e5', '123456789012'].map(fenOf)).toEqual(Array(6).fill(undefined))
  expect(yuanOf(10_920_050)).toBe('109200.5')
})

test('a line costs what the server says it costs', () => {
  expect(lineFen({ quantity: 1, priceFen: 13_000_000, discountPercent: 16 })).toBe(10_920_000)
  expect(lineFen({ quantity: 1, priceFen: 333, discountPercent: 50 })).toBe(167)
  expect(lineFen({ quantity: 3, priceFen: 100, discountPercent: 100 })).toBe(0)
})
