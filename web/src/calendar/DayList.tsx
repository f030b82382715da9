import { dayAndDate } from '../words/format'
import css from './Calendar.module.css'
import type { DayParts } from './DayButton'
import { on } from './days'
import { EntryCard } from './EntryCard'

interface DayListProps extends Pick<DayParts, 'days' | 'entries' | 'daysOff' | 'today'> {
  /** Each day has a title of its own; one alone is named by the page. */
  named: boolean
}

/** Days below each other, each with its meetings; a day without any is left out. */
export function DayList({ days, entries, daysOff, today, named }: DayListProps) {
  const shown = days.filter((one) => on(entries, one).length > 0)
  return (
    <div className={css.days}>
      {shown.map((one) => (
        <section key={one} aria-label={dayAndDate(one)}>
          {named && (
            <h3>
              {dayAndDate(one)} {one === today && <span className={css.now}>hari ini</span>}
            </h3>
          )}
          {daysOff.has(one) && <p className={css.holiday}>{daysOff.get(one)}</p>}
          <ul>
            {on(entries, one).map((entry) => (
              <EntryCard key={entry.agenda_id} entry={entry} day={one} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
