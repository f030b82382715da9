import css from './SecondsLeft.module.css'

const RADIUS = 44
const ROUND = 2 * Math.PI * RADIUS

/** A ring that runs out with the code. Not read aloud: it would speak each second. */
export function SecondsLeft({ until, now, of }: { until: number; now: number; of: number }) {
  const left = Math.max(0, until - now) / 1_000
  return (
    <svg viewBox="0 0 100 100" className={css.ring} aria-hidden="true">
      <circle cx="50" cy="50" r={RADIUS} className={css.track} />
      <circle
        cx="50"
        cy="50"
        r={RADIUS}
        className={css.rest}
        strokeDasharray={ROUND}
        strokeDashoffset={ROUND * (1 - left / of)}
        transform="rotate(-90 50 50)"
      />
      <text x="50" y="50" className={css.seconds} textAnchor="middle" dominantBaseline="central">
        {Math.ceil(left)}
      </text>
    </svg>
  )
}
