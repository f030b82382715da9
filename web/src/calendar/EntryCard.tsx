import { Link } from 'wouter'
import { AgendaState } from '../agenda/AgendaState'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'
import { hoursOn } from './days'

interface EntryCardProps {
  entry: Entry
  day: string
  /** A narrow column: of the leadership the positions alone. */
  short?: boolean
}

/** A meeting on one day: its hours, what, where, and how it stands. */
export function EntryCard({ entry, day, short = false }: EntryCardProps) {
  const { agenda_id: id, title, place, organisation_name: office, state, starts_at: from, ends_at: to, leaders } = entry
  return (
    <li className={css.card}>
      <p className={css.hours}>{hoursOn(entry, day)}</p>
      <p className={css.what}>{entry.may_open ? <Link href={`/agenda/${id}`}>{title}</Link> : title}</p>
      {leaders.length > 0 && (
        <p className={css.leaders}>
          {leaders.map(({ called, name }) => (short ? called : `${called} (${name})`)).join(', ')}
        </p>
      )}
      <p className={css.where}>{[place, office].filter(Boolean).join(' · ')}</p>
      <AgendaState {...{ state, from, to }} />
    </li>
  )
}
