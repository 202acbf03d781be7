import { expect, test } from 'vitest'
import { toGcj02 } from './gcj02'
import { sketchOf } from './mission-sketch'
import type { Mission } from './missions'
import { mercator, type Spot, viewOf } from './sketch'
import { onTiles, type TileServer, tilesOf } from './tiles'

const box = { w: 358, h: 156, margin: 26 }
const server = (grid: TileServer['grid'] = 'wgs84'): TileServer => ({ url: 'https://tiles.example.com/{z}/{x}/{y}.png?again={z}', by: '', grid })
const stops: Spot[] = [
  { id: 'a', name: '甲', address: { latitude: 30.2741, longitude: 120.1551 } },
  { id: 'b', name: '乙', address: { latitude: 30.311, longitude: 120.343 } },
]

test('the tiles fill the box, and each place lies on the tile that shows it', () => {
  const view = viewOf(stops, box)
  const [tiles, zoom] = [tilesOf(server(), view, box), Math.round(view.zoom)]
  expect(Math.min(...tiles.map(tile => tile.x))).toBeLessThanOrEqual(0)
  expect(Math.min(...tiles.map(tile => tile.y))).toBeLessThanOrEqual(0)
  expect(Math.max(...tiles.map(tile => tile.x + tile.size))).toBeGreaterThanOrEqual(box.w)
  expect(Math.max(...tiles.map(tile => tile.y + tile.size))).toBeGreaterThanOrEqual(box.h)
  for (const stop of stops) {
    const dot = mercator(stop.address!)
    const [x, y] = [box.w / 2 + (dot.x - view.centre.x) * view.scale, box.h / 2 + (dot.y - view.centre.y) * view.scale]
    // The address of a tile as everyone computes it.
    const [column, row] = [Math.floor(dot.x * 2 ** zoom), Math.floor(dot.y * 2 ** zoom)]
    const tile = tiles.find(one => one.href === `https://tiles.example.com/${zoom}/${column}/${row}.png?again=${zoom}`)!
    expect(x >= tile.x && x <= tile.x + tile.size && y >= tile.y && y <= tile.y + tile.size).toBe(true)
  }
})

test('east of the date line the world begins anew, and beyond the poles there are no tiles', () => {
  const east: Spot[] = [
    { id: 'a', name: '', address: { latitude: 84, longitude: 179.9 } },
    { id: 'b', name: '', address: { latitude: 84.9, longitude: 179.99 } },
  ]
  const hrefs = tilesOf(server(), viewOf(east, { w: 900, h: 900, margin: 400 }), { w: 900, h: 900, margin: 400 }).map(tile => tile.href)
  expect(hrefs.every(href => !href.includes('-'))).toBe(true)
  expect(hrefs.some(href => /\/0\/\d+\.png/.test(href))).toBe(true)
})

test.each([
  [31.1774276, 121.5272106, 31.17530398364597, 121.531541859215],
  [22.543847, 113.912316, 22.540796131694766, 113.9171764808363],
  [48.8566, 2.3522, 48.8566, 2.3522],
])('%f %f is drawn at %f %f on a Chinese map', (latitude, longitude, mapLatitude, mapLongitude) => {
  const on = toGcj02({ latitude, longitude })
  expect(on.latitude).toBeCloseTo(mapLatitude, 9)
  expect(on.longitude).toBeCloseTo(mapLongitude, 9)
})

test('places move only for tiles in GCJ-02', () => {
  expect(onTiles(stops, server('gcj02'))[0]!.address).toEqual(toGcj02(stops[0]!.address!))
  expect(onTiles(stops, server())).toBe(stops)
  expect(onTiles(stops)).toBe(stops)
})

test('a mission’s rings are true to scale, with tiles and without', () => {
  const mission = {
    placeAddress: stops[0]!.address,
    routes: [{ memberId: 'm', own: true, stops: [{ id: 'b', customerName: '乙', address: stops[1]!.address, visitedAt: null }] }],
  } as unknown as Mission
  for (const tiles of [undefined, server('gcj02')]) {
    const drawn = sketchOf(mission, { w: 358, h: 220, margin: 24 }, tiles)!
    const door = drawn.routes[0]!.stops[0]!
    const pixels = Math.hypot(door.x - drawn.meeting.x, door.y - drawn.meeting.y)
    expect((pixels * drawn.rings[0]!.km) / drawn.rings[0]!.r).toBeCloseTo(18.5, 1) // kilometres between the two
  }
})
