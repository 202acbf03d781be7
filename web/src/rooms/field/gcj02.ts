import type { Place } from './wire'

/** As Kit/Geo/Gcj02.cs: what maps sold in China draw where a browser says WGS-84; the two are up to 700 m apart. */
const [axis, eccentricity2] = [6_378_245, 0.006693421622965943]
const sin = (turns: number) => Math.sin(turns * Math.PI)

export function toGcj02(place: Place): Place {
  const { latitude, longitude } = place
  if (latitude < 0.8293 || latitude > 55.8271 || longitude < 72.004 || longitude > 137.8347) return place
  const [x, y] = [longitude - 105, latitude - 35]
  const both = 20 * sin(6 * x) + 20 * sin(2 * x)
  const root = Math.sqrt(Math.abs(x))
  const north = both + 20 * sin(y) + 40 * sin(y / 3) + 160 * sin(y / 12) + 320 * sin(y / 30)
  const east = both + 20 * sin(x) + 40 * sin(x / 3) + 150 * sin(x / 12) + 300 * sin(x / 30)
  const metresNorth = (north * 2) / 3 - 100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
  const metresEast = (east * 2) / 3 + 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
  const bend = 1 - eccentricity2 * Math.sin((latitude * Math.PI) / 180) ** 2
  return {
    latitude: latitude + (metresNorth * 180) / (((axis * (1 - eccentricity2)) / (bend * Math.sqrt(bend))) * Math.PI),
    longitude: longitude + (metresEast * 180) / ((axis / Math.sqrt(bend)) * Math.cos((latitude * Math.PI) / 180) * Math.PI),
  }
}
