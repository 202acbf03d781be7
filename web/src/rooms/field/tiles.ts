import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { api, ask, type components } from '@/kit/api'
import { toGcj02 } from './gcj02'
import type { Box, View } from './sketch'
import type { Place } from './wire'

export type TileServer = components['schemas']['TilesView']
export type Tile = { href: string; x: number; y: number; size: number }

/** The tile server this house names, if any. Without an answer there is the sketch alone, and nobody is told: it needs no tiles. */
export function useTiles() {
  const { data } = useQuery({
    queryKey: ['map-tiles'],
    queryFn: () => ask(api.GET('/api/map-tiles')),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return computed(() => (data.value?.url ? data.value : undefined))
}

/** Where a place lies on these tiles; without tiles, on earth. */
export const onTiles = <T extends { address?: Place | null }>(stops: readonly T[], tiles?: TileServer): readonly T[] =>
  tiles?.grid === 'gcj02' ? stops.map(stop => (stop.address ? { ...stop, address: toGcj02(stop.address) } : stop)) : stops

/** The tiles that fill the box, of the nearest zoom and a little larger or smaller than they come, so that the sketch is no other; each a hair wider, for no seam to show. */
export function tilesOf({ url }: TileServer, { centre, scale, ...view }: View, { w, h }: Box): Tile[] {
  const zoom = Math.round(view.zoom)
  const [count, size] = [2 ** zoom, scale / 2 ** zoom]
  const [left, top] = [centre.x * scale - w / 2, centre.y * scale - h / 2]
  const from = (edge: number) => Math.floor(edge / size)
  const tiles: Tile[] = []
  for (let y = Math.max(0, from(top)); y <= Math.min(count - 1, from(top + h)); y++)
    for (let x = from(left); x <= from(left + w); x++) {
      const round = ((x % count) + count) % count // east of the date line the world begins anew
      const href = url.replaceAll('{z}', `${zoom}`).replaceAll('{x}', `${round}`).replaceAll('{y}', `${y}`)
      tiles.push({ href, x: x * size - left, y: y * size - top, size: size + 0.5 })
    }
  return tiles
}
