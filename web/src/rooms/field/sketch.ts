import type { Place } from './wire'

export type Spot = { id: string; name: string; address?: Place | null; visitId?: string }
export type Dot = { x: number; y: number }
export type Label = { x: number; y: number; anchor: 'start' | 'middle' | 'end' }
export type Box = { w: number; h: number; margin: number }

const radius = 10
const earth = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Metres as the crow flies; the way on the road is longer. */
export function metresBetween(a: Place, b: Place): number {
  const [north, east] = [Math.sin(rad(b.latitude - a.latitude) / 2), Math.sin(rad(b.longitude - a.longitude) / 2)]
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(north * north + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * east * east)))
}

/** Metres from the stop before, for each stop; none for the first and where an address is missing. */
export const lengths = (stops: readonly { address?: Place | null }[]) =>
  stops.map((stop, i) => {
    const before = stops[i - 1]?.address
    return before && stop.address ? metresBetween(before, stop.address) : undefined
  })

/** The whole way, and how many of its legs have a length. */
export const total = (stops: readonly { address?: Place | null }[]) => lengths(stops).reduce<number>((sum, leg) => sum + (leg ?? 0), 0)

/** Web Mercator, the world from 0 to 1: what every tile server draws. */
export const mercator = ({ latitude, longitude }: Place): Dot => ({
  x: longitude / 360 + 0.5,
  y: 0.5 - Math.log(Math.tan(Math.PI / 4 + rad(latitude) / 2)) / (2 * Math.PI),
})

/** What part of the world the box shows: its middle, and pixels a world. */
export type View = { centre: Dot; scale: number; zoom: number }
const deepest = 17

export function viewOf(stops: readonly Spot[], { w, h, margin }: Box): View {
  const dots = stops.flatMap(stop => (stop.address ? [mercator(stop.address)] : []))
  const [xs, ys] = [dots.map(dot => dot.x), dots.map(dot => dot.y)]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const fits = Math.min((w - 2 * margin) / Math.max(east - west, 1e-9), (h - 2 * margin) / Math.max(south - north, 1e-9))
  const zoom = Math.max(0, Math.min(deepest, Math.log2(fits / 256)))
  return { centre: { x: (west + east) / 2, y: (north + south) / 2 }, scale: 256 * 2 ** zoom, zoom }
}

/** How many metres a pixel of this view is at that place: Web Mercator stretches towards the poles. */
export const metresInView = ({ scale }: View, { latitude }: Place) => (2 * Math.PI * earth * Math.cos(rad(latitude))) / scale

/** Where each stop lies in the box, north up, true to scale. One without an address stands between its neighbours; none hides another. */
export function place(stops: readonly Spot[], box: Box, view: View): Dot[] {
  const { w, h } = box
  const true_ = stops.map(stop => {
    if (!stop.address) return undefined
    const at = mercator(stop.address)
    return { x: w / 2 + (at.x - view.centre.x) * view.scale, y: h / 2 + (at.y - view.centre.y) * view.scale }
  })
  const near = (from: number, step: 1 | -1): Dot | undefined => {
    for (let i = from + step; i >= 0 && i < true_.length; i += step) if (true_[i]) return true_[i]
  }
  const dots = true_.map((dot, i) => {
    if (dot) return dot
    const [a, b] = [near(i, -1) ?? near(i, 1), near(i, 1) ?? near(i, -1)]
    return a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: (w * (i + 1)) / (stops.length + 1), y: h / 2 }
  })
  return apart(dots, box)
}

/** Pushes circles off each other, a little at a time and always the same way, and keeps them in the box. */
export function apart(dots: readonly Dot[], { w, h }: Box, least = 2 * radius + 3): Dot[] {
  const moved = dots.map(dot => ({ ...dot }))
  for (let round = 0; round < 60; round++) {
    let touched = false
    for (let i = 0; i < moved.length; i++)
      for (let j = i + 1; j < moved.length; j++) {
        const [a, b] = [moved[i]!, moved[j]!]
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const gap = Math.hypot(dx, dy)
        if (gap >= least) continue
        touched = true
        // Two at the very same place part sideways, each pair in a direction of its own.
        const turn = gap > 1e-6 ? Math.atan2(dy, dx) : i + j * 2.4
        const push = (least - gap) / 2 + 0.05
        a.x -= Math.cos(turn) * push
        a.y -= Math.sin(turn) * push
        b.x += Math.cos(turn) * push
        b.y += Math.sin(turn) * push
      }
    for (const dot of moved) {
      dot.x = Math.min(w - radius - 2, Math.max(radius + 2, dot.x))
      dot.y = Math.min(h - radius - 2, Math.max(radius + 2, dot.y))
    }
    if (!touched) break
  }
  return moved
}

type Rect = { left: number; top: number; right: number; bottom: number }
const meet = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const around = (dot: Dot): Rect => ({ left: dot.x - radius - 1, top: dot.y - radius - 1, right: dot.x + radius + 1, bottom: dot.y + radius + 1 })

/** About how wide a name of 11 px is drawn. */
export const widthOf = (name: string) => [...name].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 11.2 : 6.4), 0)

export const rectOf = (label: Label, name: string): Rect => {
  const wide = widthOf(name)
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - wide : label.x - wide / 2
  return { left, right: left + wide, top: label.y - 10, bottom: label.y + 3 }
}

/** A place for each name beside, above or below its stop where it covers nothing; a name without room is left to the list. */
export function labels(dots: readonly Dot[], names: readonly string[], { w, h }: Box): (Label | undefined)[] {
  const taken = dots.map(around)
  return dots.map((dot, i) => {
    const tries: Label[] = [
      { x: dot.x + 14, y: dot.y + 4, anchor: 'start' },
      { x: dot.x - 14, y: dot.y + 4, anchor: 'end' },
      { x: dot.x, y: dot.y - 15, anchor: 'middle' },
      { x: dot.x, y: dot.y + 24, anchor: 'middle' },
    ]
    const free = tries.find(label => {
      const rect = rectOf(label, names[i]!)
      return rect.left >= 2 && rect.right <= w - 2 && rect.top >= 2 && rect.bottom <= h - 2 && !taken.some(other => meet(rect, other))
    })
    if (free) taken.push(rectOf(free, names[i]!))
    return free
  })
}
