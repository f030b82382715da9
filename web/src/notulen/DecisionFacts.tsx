import { Button } from '../ui/Button'
import small from '../ui/small.module.css'
import { shortDate, time } from '../words/format'
import { Due } from './DecisionRows'
import css from './Notulen.module.css'
import { useReport } from './use-report'
import { type Decision, STATES } from './words'

/** Who, by when, how far, and every step that was told. */
export function DecisionFacts({ decision }: { decision: Decision }) {
  return (
    <>
      <p>{decision.owner}</p>
      <p className={small.quiet}>
        {STATES[decision.state]} · <Due decision={decision} /> · {decision.agenda_title}
      </p>
      <Reports decision={decision} />
    </>
  )
}

/** Every step that was told, the newest first. */
export function Reports({ decision }: { decision: Decision }) {
  if (decision.reports.length === 0) return null
  return (
    <ul className={css.reports} aria-label="Perkembangan">
      {decision.reports.map((it) => (
        <li key={it.at}>
          {STATES[it.state]}
          {it.note && `: ${it.note}`}
          <p className={small.quiet}>
            {it.by}, {shortDate(it.at)} pukul {time(it.at)}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface ReportFormProps {
  decision: Decision
  version: number
}

/** How far it is, told on its own page; what was said to be done may be opened again. */
export function ReportForm({ decision, version }: ReportFormProps) {
  const { note, refusal, busy, tell } = useReport(decision, version)
  return (
    <div className={css.form}>
      {refusal}
      {note}
      <div className={css.acts}>
        <Button look="primary" busy={busy} onClick={() => tell('done')}>
          Selesai
        </Button>
        <Button onClick={() => tell('under-way')}>Sedang berjalan</Button>
        {decision.state !== 'not-begun' && <Button onClick={() => tell('not-begun')}>Belum dimulai</Button>}
      </div>
    </div>
  )
}
