import type { Mission } from './missions'

type Place = { latitude: number; longitude: number }
export type Drawn = { x: number; y: number; done: boolean; name: string }
export type Sketch = {
  routes: { memberId: string; own: boolean; stops: Drawn[]; line: string }[]
  meeting: { x: number; y: number }
  rings: { r: number; km: number }[]
}

const metresPerDegree = 111_195

/** The area north up and to scale, the meeting point in it: companies' addresses only. Undefined when no address is known. */
export function sketchOf(mission: Pick<Mission, 'routes' | 'placeAddress'>, w: number, h: number, margin: number): Sketch | undefined {
  const placed = mission.routes.flatMap(route => route.stops.flatMap(stop => (stop.address ? [stop.address as Place] : [])))
  const middle = (mission.placeAddress as Place | null) ?? mean(placed)
  if (!middle) return undefined
  const east = (at: Place) => (at.longitude - middle.longitude) * metresPerDegree * Math.cos((middle.latitude * Math.PI) / 180)
  const north = (at: Place) => (at.latitude - middle.latitude) * metresPerDegree
  const [xs, ys] = [
    [0, ...placed.map(east)],
    [0, ...placed.map(north)],
  ]
  const [west, right, south, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min((w - 2 * margin) / Math.max(right - west, 400), (h - 2 * margin) / Math.max(top - south, 400))
  const at = (x: number, y: number) => ({ x: w / 2 + (x - (west + right) / 2) * scale, y: h / 2 - (y - (south + top) / 2) * scale })
  const meeting = at(0, 0)
  const routes = mission.routes.map(route => {
    const stops = route.stops.flatMap(stop =>
      stop.address ? [{ ...at(east(stop.address as Place), north(stop.address as Place)), done: !!stop.visitedAt, name: stop.customerName }] : [],
    )
    return {
      memberId: route.memberId,
      own: route.own,
      stops,
      line: stops.length ? [...stops, meeting].map((point, i) => `${i ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('') : '',
    }
  })
  const km = [0.5, 1, 2, 5, 10, 20, 50].find(step => step * 1000 * scale > 34) ?? 100
  return { routes, meeting, rings: [1, 2, 3].map(n => ({ r: n * km * 1000 * scale, km: n * km })).filter(ring => ring.r < Math.max(w, h)) }
}

const mean = (places: Place[]): Place | undefined =>
  places.length
    ? {
        latitude: places.reduce((sum, at) => sum + at.latitude, 0) / places.length,
        longitude: places.reduce((sum, at) => sum + at.longitude, 0) / places.length,
      }
    : undefined
