import type { Answer } from '../api/operations'
import { number } from '../words/format'
import css from './Chart.module.css'
import { percent } from './months.ts'

export type Counts = Answer<'eagenda_show_own_recap'>['recap']['counts']

export interface Bar {
  label: string
  counts: Counts
}

/** The parts of a bar, in their order: each with a pattern of its own, so that no colour need be told from another. */
const PARTS = [
  { word: 'Hadir tepat waktu', look: 'onTime', of: (it: Counts) => it.present - it.late },
  { word: 'Hadir terlambat', look: 'late', of: (it: Counts) => it.late },
  { word: 'Diwakili', look: 'represented', of: (it: Counts) => it.represented },
  { word: 'Tidak hadir, menjawab', look: 'answered', of: (it: Counts) => it.absent_answered },
  { word: 'Tidak hadir, tanpa jawaban', look: 'unanswered', of: (it: Counts) => it.absent_unanswered },
] as const

/** What became of invitations, a bar for each row. The numbers stand in the table behind it. */
export function AttendanceChart({ finding, bars }: { finding: string; bars: Bar[] }) {
  return (
    <figure className={css.chart}>
      <figcaption>{finding}</figcaption>
      <Patterns />
      <ul className={css.legend} aria-label="Arti pola">
        {PARTS.map(({ word, look }) => (
          <li key={look}>
            <svg width="20" height="14" aria-hidden="true">
              <rect width="20" height="14" fill={`url(#pola-${look})`} />
            </svg>
            {word}
          </li>
        ))}
      </ul>
      <ul className={css.bars}>
        {bars.map(({ label, counts }) => (
          <li key={label}>
            <span>{label}</span>
            <BarOf counts={counts} />
            <span className={css.share}>
              {percent(counts.present, counts.invited)} <span className={css.of}>hadir dari {number(counts.invited)}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function BarOf({ counts }: { counts: Counts }) {
  const whole = Math.max(1, counts.invited)
  let before = 0
  return (
    <svg className={css.bar} aria-hidden="true">
      {PARTS.map(({ look, of }) => {
        const share = (100 * of(counts)) / whole
        const at = before
        before += share
        return <rect key={look} x={`${at}%`} width={`${share}%`} height="100%" fill={`url(#pola-${look})`} />
      })}
    </svg>
  )
}

function Patterns() {
  return (
    <svg width="0" height="0" className={css.patterns} aria-hidden="true">
      <defs>
        <pattern id="pola-onTime" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={css.onTime} />
        </pattern>
        <pattern id="pola-late" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={css.onTime} />
          <path d="M-2 6 L6 -2 M2 10 L10 2" className={css.stripe} />
        </pattern>
        <pattern id="pola-represented" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={css.represented} />
          <circle cx="4" cy="4" r="1.6" className={css.dot} />
        </pattern>
        <pattern id="pola-answered" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={css.empty} />
          <path d="M0 0 L8 8 M-2 6 L2 10 M6 -2 L10 2" className={css.line} />
        </pattern>
        <pattern id="pola-unanswered" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className={css.empty} />
          <path d="M0 4 H8 M4 0 V8" className={css.grid} />
        </pattern>
      </defs>
    </svg>
  )
}
