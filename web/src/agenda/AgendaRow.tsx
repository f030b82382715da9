import { Link } from 'wouter'
import rowList from '../ui/row-list.module.css'
import { dayAndMonth, shortWeekday, span } from '../words/format'
import css from './AgendaRow.module.css'
import { AgendaState } from './AgendaState'
import { SeriesMark } from './SeriesMark'

interface AgendaRowProps {
  id: string
  title: string
  place: string
  starts_at: string
  ends_at: string
  state: 'scheduled' | 'cancelled' | 'closed'
  organiser?: string
  attendedAt?: string | null
  in_series?: boolean
}

/** One agenda in a list: when, what, where, and how it stands. */
export function AgendaRow({ id, title, place, starts_at: from, ends_at: to, state, organiser, attendedAt, in_series: inSeries }: AgendaRowProps) {
  return (
    <li className={css.row}>
      <p className={css.date}>
        <span>{shortWeekday(from)}</span>
        <strong>{dayAndMonth(from)}</strong>
      </p>
      <div className={css.what}>
        <h2>
          <Link href={`/agenda/${id}`} className={`${rowList.whole} ${css.whole}`}>
            {title}
          </Link>
        </h2>
        <p className={css.where}>
          <time dateTime={from}>{span(from, to)}</time> · {place}
          {organiser && ` · ${organiser}`}
          {inSeries && (
            <>
              {' · '}
              <SeriesMark />
            </>
          )}
        </p>
      </div>
      <AgendaState {...{ state, from, to, attendedAt: attendedAt ?? null }} />
    </li>
  )
}
