/** Where this device is, asked of the browser, which asks the person. */
import { sixDigits } from './point'

export interface Position {
  latitude: number
  longitude: number
  /** How far off it may be, rounded up. */
  accuracy_metres: number
}

export const WHY_NOT = {
  denied: 'Lokasi tidak diizinkan di perangkat ini.',
  unknown: 'Perangkat ini tidak tahu di mana ia berada.',
  slow: 'Lokasi belum ditemukan. Coba di dekat jendela.',
} as const

export type Failed = { failed: keyof typeof WHY_NOT }

/** What a browser says that has no idea: as far off as this it could be anywhere. */
const COARSEST = 100_000
const OPTIONS = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 }

export async function findPosition(): Promise<Position | Failed> {
  if (!('geolocation' in navigator)) return { failed: 'unknown' }
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(asPosition(coords)),
      ({ code }) => resolve({ failed: (['unknown', 'denied', 'unknown', 'slow'] as const)[code] ?? 'unknown' }),
      OPTIONS,
    )
  })
}

/** What cannot be is no position: a feigned one often claims to be exact. */
export function asPosition({ latitude, longitude, accuracy }: Pick<GeolocationCoordinates, 'latitude' | 'longitude' | 'accuracy'>) {
  const isPossible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && accuracy > 0 && accuracy <= COARSEST
  if (!isPossible) return { failed: 'unknown' } as const
  return { latitude: sixDigits(latitude), longitude: sixDigits(longitude), accuracy_metres: Math.ceil(accuracy) }
}

/** Whether the person has allowed it before, so that nothing is asked. */
export async function isAllowed(): Promise<boolean> {
  const known = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  return known?.state === 'granted'
}
