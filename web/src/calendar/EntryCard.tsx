import { Link } from 'wouter'
import { AgendaState } from '../agenda/AgendaState'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'
import { hoursOn } from './days'

/** A meeting on one day: its hours, what, where, and how it stands. */
export function EntryCard({ entry, day }: { entry: Entry; day: string }) {
  const { agenda_id: id, title, place, organisation_name: office, state, starts_at: from, ends_at: to } = entry
  return (
    <li className={css.card}>
      <p className={css.hours}>{hoursOn(entry, day)}</p>
      <p className={css.what}>
        <Link href={`/agenda/${id}`}>{title}</Link>
      </p>
      <p className={css.where}>{office ? `${place} · ${office}` : place}</p>
      <AgendaState {...{ state, from, to }} />
    </li>
  )
}
