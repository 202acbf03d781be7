import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { qr } from './qr'

const picture = (text: string) =>
  qr(text)
    .map(row => row.map(Number).join(''))
    .join('\n')

test('an address becomes the picture that a scanner has read', () => {
  const code = picture('http://192.168.1.20:5080/evening')
  expect(code.split('\n')).toHaveLength(29)
  // Read back with jsQR when it was made, as were lengths at both edges of every version.
  expect(createHash('sha256').update(code).digest('hex').slice(0, 16)).toBe('19b490ac8b4e8dad')
})

test.each([
  [14, 21],
  [15, 25],
  [180, 53],
  [181, 57],
  [213, 57],
])('%i bytes take %i modules a side', (bytes, side) => {
  expect(qr('a'.repeat(bytes))).toHaveLength(side)
})

test('what does not fit is said, not cut', () => {
  expect(() => qr('a'.repeat(214))).toThrow(RangeError)
})
