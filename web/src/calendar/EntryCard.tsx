import { Link } from 'wouter'
import { AgendaState } from '../agenda/AgendaState'
import { SeriesMark } from '../agenda/SeriesMark'
import small from '../ui/small.module.css'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'
import { hoursOn } from './days'
import { LeaderStandings, standingOf } from './LeaderStanding'

interface EntryCardProps {
  entry: Entry
  day: string
  /** A narrow column: of the leadership their positions and what they answered. */
  short?: boolean
}

/** A meeting on one day: its hours, what, where, and how it stands. */
export function EntryCard({ entry, day, short = false }: EntryCardProps) {
  const { agenda_id: id, title, place, organisation_name: office, state, starts_at: from, ends_at: to, leaders } = entry
  return (
    <li className={css.card}>
      <p className={css.hours}>
        {hoursOn(entry, day)} {entry.in_series && <SeriesMark />}
      </p>
      <p className={css.what}>{entry.may_open ? <Link href={`/agenda/${id}`}>{title}</Link> : title}</p>
      {leaders.length > 0 &&
        (short ? (
          <p className={css.leaders}>{leaders.map((leader) => `${leader.called}: ${standingOf(leader)}`).join(', ')}</p>
        ) : (
          <LeaderStandings entry={entry} />
        ))}
      <p className={small.quiet}>{[place, office].filter(Boolean).join(' · ')}</p>
      <AgendaState {...{ state, from, to }} />
    </li>
  )
}
