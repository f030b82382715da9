/** Between the globe and the plane of the map, whose units are ten metres (see `kecamatan.ts`). */
import { HEIGHT, KECAMATAN, ORIGIN, WIDTH } from './kecamatan'
import { type Point, sixDigits } from './point'

export type Spot = readonly [x: number, y: number]

export const METRES = 10
const UNITS_A_DEGREE = 111_320 / METRES
/** Degrees to the east grow narrower away from the equator; in one regency they are all alike. */
const NARROWER = Math.cos((7.55 * Math.PI) / 180)

export function toPlane({ latitude, longitude }: Point): Spot {
  return [(longitude - ORIGIN.longitude) * UNITS_A_DEGREE * NARROWER, (ORIGIN.latitude - latitude) * UNITS_A_DEGREE]
}

export function toGlobe([x, y]: Spot): Point {
  return {
    latitude: sixDigits(ORIGIN.latitude - y / UNITS_A_DEGREE),
    longitude: sixDigits(ORIGIN.longitude + x / (UNITS_A_DEGREE * NARROWER)),
  }
}

/** Whether the map shows it at all. */
export function isOnMap(point: Point): boolean {
  const [x, y] = toPlane(point)
  return x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT
}

/** The kecamatan in which a point lies; none outside the regency, also in the city that it surrounds. */
export function kecamatanAt(point: Point): string | null {
  const spot = toPlane(point)
  return KECAMATAN.find(({ outline }) => isInside(spot, ringsOf(outline)))?.name ?? null
}

/** The rings of an outline: `M` with a corner, then `l` with steps, closed by `z`. */
export function ringsOf(outline: string): Spot[][] {
  return outline
    .split('z')
    .filter(Boolean)
    .map((ring) => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number)
      let [x, y] = [0, 0]
      return Array.from({ length: numbers.length / 2 }, (_, corner): Spot => {
        x += numbers[2 * corner] ?? 0
        y += numbers[2 * corner + 1] ?? 0
        return [x, y]
      })
    })
}

/** Whether a ray to the east crosses the rings an odd number of times. */
function isInside([x, y]: Spot, rings: Spot[][]): boolean {
  let inside = false
  for (const ring of rings) {
    ring.forEach(([toX, toY], corner) => {
      const [fromX, fromY] = ring.at(corner - 1) ?? [toX, toY]
      if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside
    })
  }
  return inside
}
