/** A point with its radius while it is being written. */
import { type Point, readPoint, writePoint, WRONG_RADIUS } from './point'

/** As they are typed; both are empty where there is none. */
export interface TypedPoint {
  point: string
  radius: string
}

/** Whole metres; null where nothing, or nothing such, is typed. */
export const readRadius = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : null)

interface SentPoint extends Point {
  radius_metres: number | null
}

/** What the server is sent, or what is wrong with what was typed. */
export function sentPoint({ point, radius }: TypedPoint): { sent: SentPoint | null; point?: string; radius?: string } {
  if (!point.trim()) return { sent: null }
  const read = readPoint(point)
  if (!read.point) return { sent: null, point: read.mistake }
  if (radius.trim() && readRadius(radius) === null) return { sent: null, radius: WRONG_RADIUS }
  return { sent: { ...read.point, radius_metres: readRadius(radius) } }
}

/** As it would be typed. */
export function typedPoint(point: SentPoint | null | undefined): TypedPoint {
  return point ? { point: writePoint(point), radius: String(point.radius_metres ?? '') } : { point: '', radius: '' }
}
