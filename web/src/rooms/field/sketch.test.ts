import { expect, test } from 'vitest'
import { apart, labels, lengths, mercator, metresBetween, place, rectOf, type Spot, total, viewOf } from './sketch'

const box = { w: 358, h: 156, margin: 26 }
const west = { latitude: 30.2741, longitude: 120.1551 }
const spot = (name: string, latitude?: number, longitude?: number): Spot => ({
  id: name,
  name,
  address: latitude && longitude ? { latitude, longitude } : null,
})
const meet = (a: ReturnType<typeof rectOf>, b: ReturnType<typeof rectOf>) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test.each([
  [west, west, 0],
  [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }, 111_195],
  [{ latitude: 31.2304, longitude: 121.4737 }, west, 164_700],
])('from %o to %o it is %i m', (a, b, metres) => {
  expect(Math.abs(metresBetween(a, b) - metres)).toBeLessThanOrEqual(Math.max(1, metres * 0.005))
})

test('legs have a length where both ends have an address, and the whole way is their sum', () => {
  const stops = [spot('甲', 30, 120), spot('乙', 30.01, 120), spot('丙'), spot('丁', 30.02, 120)]
  expect(lengths(stops).map(leg => leg && Math.round(leg / 10) * 10)).toEqual([undefined, 1110, undefined, undefined])
  expect(Math.round(total(stops) / 10) * 10).toBe(1110)
})

test('the sketch is true to scale and north is up', () => {
  const stops = [spot('西南', 30, 120), spot('东北', 30.1, 120.2)]
  const [a, b] = place(stops, box, viewOf(stops, box))
  expect(b!.x).toBeGreaterThan(a!.x)
  expect(b!.y).toBeLessThan(a!.y)
  const [from, to] = [mercator(stops[0]!.address!), mercator(stops[1]!.address!)]
  expect((b!.x - a!.x) / (a!.y - b!.y)).toBeCloseTo((to.x - from.x) / (from.y - to.y), 5)
})

test('one without an address stands between its neighbours', () => {
  const stops = [spot('甲', 30, 120), spot('乙'), spot('丙', 30, 120.2)]
  const [a, b, c] = place(stops, box, viewOf(stops, box))
  expect(b!.x).toBeCloseTo((a!.x + c!.x) / 2, 5)
})

/** Always the same numbers: a day that failed once fails again. */
function numbers(seed: number) {
  let n = seed
  return () => {
    n = (n * 16_807) % 2_147_483_647
    return n / 2_147_483_647
  }
}

test('on any day no stop hides another, no name covers anything, and all lie in the box', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const draw = numbers(seed)
    const names = ['云顶家居', '青禾包装', '恒泰五金', 'Hangzhou Lighting', '中泰', '远航照明', '鑫源', '宏达制造']
    const same = draw() < 0.3
    const stops = names
      .slice(0, 1 + Math.floor(draw() * 8))
      .map(name => (draw() < 0.15 ? spot(name) : spot(name, 30.2 + (same ? 0 : draw() * 0.1), 120.1 + (same ? 0 : draw() * 0.1))))
    const dots = place(stops, box, viewOf(stops, box))
    for (const [i, dot] of dots.entries()) {
      expect(dot.x >= 12 && dot.x <= box.w - 12 && dot.y >= 12 && dot.y <= box.h - 12, `${seed}: ${JSON.stringify(dot)}`).toBe(true)
      for (const other of dots.slice(i + 1)) expect(Math.hypot(dot.x - other.x, dot.y - other.y), `${seed}`).toBeGreaterThan(20)
    }
    const placed = labels(
      dots,
      stops.map(stop => stop.name),
      box,
    )
    const rects = placed.flatMap((label, i) => (label ? [rectOf(label, stops[i]!.name)] : []))
    for (const [i, rect] of rects.entries()) {
      for (const other of rects.slice(i + 1)) expect(meet(rect, other), `${seed}`).toBe(false)
      for (const dot of dots) expect(meet(rect, { left: dot.x - 10, top: dot.y - 10, right: dot.x + 10, bottom: dot.y + 10 }), `${seed}`).toBe(false)
    }
  }
})

test('two at the very same door are both to be seen', () => {
  const [a, b] = apart(
    [
      { x: 100, y: 70 },
      { x: 100, y: 70 },
    ],
    box,
  )
  expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeGreaterThan(20)
})
