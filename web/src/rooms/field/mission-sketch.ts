import type { Mission } from './missions'
import { type Box, mercator, metresInView, type Spot, type View, viewOf } from './sketch'
import { onTiles, type TileServer } from './tiles'
import type { Place } from './wire'

export type Drawn = { x: number; y: number; done: boolean; name: string }
export type Sketch = {
  routes: { memberId: string; own: boolean; stops: Drawn[]; line: string }[]
  meeting: { x: number; y: number }
  rings: { r: number; km: number }[]
  view: View
}

/** The area north up and to scale, the meeting point in it: companies' addresses only. Undefined when no address is known. */
export function sketchOf(mission: Pick<Mission, 'routes' | 'placeAddress'>, box: Box, tiles?: TileServer): Sketch | undefined {
  const spotOf = (id: string, address: Place): Spot => onTiles([{ id, name: id, address }], tiles)[0]!
  const doors = mission.routes.flatMap(route => route.stops.flatMap(stop => (stop.address ? [spotOf(stop.id, stop.address as Place)] : [])))
  const places = new Map(doors.map(door => [door.id, door.address!]))
  const middle = mission.placeAddress ? spotOf('meeting', mission.placeAddress as Place).address! : mean([...places.values()])
  if (!middle) return undefined

  const view = viewOf([...doors, { id: 'meeting', name: '', address: middle }], box)
  const at = (place: Place) => {
    const dot = mercator(place)
    return { x: box.w / 2 + (dot.x - view.centre.x) * view.scale, y: box.h / 2 + (dot.y - view.centre.y) * view.scale }
  }
  const meeting = at(middle)
  const routes = mission.routes.map(route => {
    const stops = route.stops.flatMap(stop => {
      const place = places.get(stop.id)
      return place ? [{ ...at(place), done: !!stop.visitedAt, name: stop.customerName }] : []
    })
    const line = stops.length ? [...stops, meeting].map((point, i) => `${i ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('') : ''
    return { memberId: route.memberId, own: route.own, stops, line }
  })
  const perKm = 1000 / metresInView(view, middle)
  const km = [0.2, 0.5, 1, 2, 5, 10, 20, 50].find(step => step * perKm > 34) ?? 100
  return { routes, meeting, view, rings: [1, 2, 3].map(n => ({ r: n * km * perKm, km: n * km })).filter(ring => ring.r < Math.max(box.w, box.h)) }
}

const mean = (places: Place[]): Place | undefined =>
  places.length
    ? {
        latitude: places.reduce((sum, at) => sum + at.latitude, 0) / places.length,
        longitude: places.reduce((sum, at) => sum + at.longitude, 0) / places.length,
      }
    : undefined
