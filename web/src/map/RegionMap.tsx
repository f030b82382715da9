import type { KeyboardEvent, MouseEvent } from 'react'
import { useNarrow } from '../ui/use-narrow'
import { HEIGHT, KECAMATAN, KOTA, WIDTH } from './kecamatan'
import css from './Map.module.css'
import { METRES, type Spot, toGlobe, toPlane } from './plane'
import { metres, type Point } from './point'

export interface View {
  center: Spot
  /** How many units of the plane the map is wide. */
  width: number
}

/** Letters as parts of the map's width: on a phone the map is small, and what is read on it isn't. */
const TEXT = 2.6
const NARROW_TEXT = 4

const KECAMATAN_NAMES = [...KECAMATAN, KOTA].map(({ name, label: at }) => ({ name, at }))

/** Height by width of what is shown. */
const SHAPE = 0.75

/** The whole regency, which is higher than wide. */
export const WHOLE: View = { center: [WIDTH / 2, HEIGHT / 2], width: HEIGHT / SHAPE }

interface RegionMapProps {
  view: View
  /** What it shows, for those who don't see it. */
  label: string
  point: Point | null
  radius?: number | null
  /** Names of places instead of the kecamatan's, and lines between them: a close view has room for them. */
  names?: readonly { name: string; at: Spot }[]
  lines?: string
  onPick?: (point: Point) => void
  onKey?: (event: KeyboardEvent) => void
}

/** The kecamatan as lines, and one point among them; nothing of it comes from elsewhere. */
export function RegionMap({ view, label, point, radius, names = [], lines, onPick, onKey }: RegionMapProps) {
  const { center, width } = view
  const height = width * SHAPE
  const [left, top] = [center[0] - width / 2, center[1] - height / 2]
  /** A hundredth of the width: sizes by it look alike at each distance. */
  const unit = width / 100
  const narrow = useNarrow()
  const text = unit * (narrow ? NARROW_TEXT : TEXT)
  const crowded = narrow && width > WHOLE.width / 2
  const named = names.length > 0 || crowded ? names : KECAMATAN_NAMES
  const spot = point && toPlane(point)

  function pick(event: MouseEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const [right, down] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
    onPick?.(toGlobe([left + right * width, top + down * height]))
  }

  return (
    <svg
      className={`${css.map} ${onPick ? css.pickable : ''}`}
      viewBox={`${left} ${top} ${width} ${height}`}
      role={onPick ? 'application' : 'img'}
      aria-label={label}
      {...(onPick && { onClick: pick, onKeyDown: onKey, tabIndex: 0 })}
    >
      {KECAMATAN.map(({ name, outline }) => (
        <path key={name} d={outline} className={css.kecamatan} />
      ))}
      {lines && <path d={lines} className={css.lines} />}
      <g className={css.names} fontSize={text} aria-hidden>
        {named.map(({ name, at }) => (
          <text key={`${name} ${at}`} x={at[0]} y={at[1]}>
            {name}
          </text>
        ))}
      </g>
      {spot && radius && <circle cx={spot[0]} cy={spot[1]} r={radius / METRES} className={css.radius} />}
      {spot && (
        <g transform={`translate(${spot[0]} ${spot[1]}) scale(${unit})`} className={css.pin}>
          <path d="M0 0C-1.5 -2 -2 -3 -2 -4A2 2 0 1 1 2 -4C2 -3 1.5 -2 0 0Z" />
          <circle cy="-4" r="0.8" />
        </g>
      )}
      <Scale left={left + 3 * unit} top={top + height - 3 * unit} unit={unit} text={text} />
    </svg>
  )
}

/** A line that is a round number of metres long, a quarter of the map at most. */
function Scale({ left, top, unit, text }: { left: number; top: number; unit: number; text: number }) {
  const most = 25 * unit * METRES
  const power = 10 ** Math.floor(Math.log10(most))
  const long = [5, 2, 1].map((times) => times * power).find((it) => it <= most) ?? power
  return (
    <g className={css.scale} aria-hidden>
      <path d={`M${left} ${top - unit}v${unit}h${long / METRES}v${-unit}`} />
      <text x={left} y={top - 2 * unit} fontSize={text}>
        {metres(long).replace(',0', '')}
      </text>
    </g>
  )
}
