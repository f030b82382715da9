/** A point on the globe (degrees, WGS 84) as people write it: by hand, or pasted from the map on their phone. */

export interface Point {
  latitude: number
  longitude: number
}

/** How far a phone was, and how far off that may be. */
export interface Distance {
  metres: number
  accuracy_metres: number
  is_outside: boolean
}

export const WRONG_POINT = 'Titik tidak dikenal. Tulis lintang dan bujur, misalnya -7,4722, 112,4346.'
export const WRONG_RADIUS = 'Isi radius dalam meter, misalnya 200.'

/** Two numbers with decimals, by a dot or a comma, in a text of their own or somewhere in a link of a map. */
const PAIR = /([-−]?\d{1,3}[.,]\d+)°?(?:\s*[,;]\s*|\s+|%2C)([-−]?\d{1,3}[.,]\d+)/i

export type Read = { point: Point; mistake: null } | { point: null; mistake: string }

/** Read `-7,4722, 112,4346`, `-7.4722,112.4346`, `geo:…` or a link with them in it. */
export function readPoint(text: string): Read {
  const [latitude, longitude] = (PAIR.exec(text)?.slice(1) ?? []).map((it) => Number(it.replace(',', '.').replace('−', '-')))
  if (latitude === undefined || longitude === undefined) return { point: null, mistake: WRONG_POINT }
  const point = { latitude: sixDigits(latitude), longitude: sixDigits(longitude) }
  if (isSwapped(point)) {
    const turned = writePoint({ latitude: point.longitude, longitude: point.latitude })
    return { point: null, mistake: `Lintang dan bujur tertukar. Tulis ${turned}.` }
  }
  const isOnGlobe = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isOnGlobe ? { point, mistake: null } : { point: null, mistake: WRONG_POINT }
}

/** As it is read again: `-7,4722, 112,4346`. */
export const writePoint = ({ latitude, longitude }: Point) => [latitude, longitude].map(decimal).join(', ')

/** A link that opens the maps of a phone (RFC 5870). */
export const geoLink = ({ latitude, longitude }: Point) =>
  `geo:${latitude},${longitude}?q=${latitude},${longitude}`

/** Metres and kilometres as the portal writes them: `850 m`, `2,1 km`. */
export function metres(value: number): string {
  return value < 1_000 ? `${value} m` : `${(value / 1_000).toFixed(1).replace('.', ',')} km`
}

/** How far a phone was from the place, as everybody is told. */
export function distanceWords({ metres: far, accuracy_metres: accuracy, is_outside: outside }: Distance): string {
  return `${outside ? 'di luar lokasi' : 'di lokasi'}, ${metres(far)} dari titik (ketelitian ${metres(accuracy)})`
}

export const sixDigits = (degrees: number) => Number(degrees.toFixed(6))

const decimal = (degrees: number) => String(sixDigits(degrees)).replace('.', ',')

/** Nowhere on the globe, but in Indonesia the other way round. */
const isSwapped = ({ latitude, longitude }: Point) => Math.abs(latitude) > 90 && Math.abs(longitude) <= 90
