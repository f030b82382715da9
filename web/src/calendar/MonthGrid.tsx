import { Link } from 'wouter'
import { Icon } from '../ui/Icon'
import { dayAndDate } from '../words/format'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'
import { DayButton, type DayParts, isOff } from './DayButton'
import { DayNames } from './DayNames'
import { beginsOn, isSameMonth, on, weeks } from './days'

/** So many fit below the number of a day; the others are counted. */
const FIT = 3

/** A month on a desk: each day with what begins or goes on, and the rest one click away. */
export function MonthGrid(parts: DayParts) {
  const { days, day, daysOff, entries, onOpen } = parts
  const rows = weeks(days)
  return (
    <table className={css.month}>
      <caption className="visually-hidden">Agenda menurut hari. Tombol panah memindahkan hari, T ke hari ini.</caption>
      <DayNames days={rows[0] ?? []} />
      <tbody>
        {rows.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => {
              const all = on(entries, one)
              const shown = all.length > FIT ? all.slice(0, FIT - 1) : all
              const rest = all.length - shown.length
              return (
                <td
                  key={one}
                  className={css.cell}
                  data-off={isOff(one, daysOff) || undefined}
                  data-other={!isSameMonth(one, day) || undefined}
                >
                  <DayButton {...parts} one={one} />
                  {daysOff.has(one) && <p className={css.holiday}>{daysOff.get(one)}</p>}
                  {all.length > 0 && (
                    <ul>
                      {shown.map((entry) => (
                        <li key={entry.agenda_id}>
                          <Chip entry={entry} day={one} />
                        </li>
                      ))}
                      {rest > 0 && (
                        <li>
                          <button
                            type="button"
                            className={css.more}
                            aria-label={`+${rest} lagi pada ${dayAndDate(one)}`}
                            onClick={() => onOpen(one)}
                          >
                            +{rest} lagi
                          </button>
                        </li>
                      )}
                    </ul>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One line of a cell; whoever may not open the agenda gets no link. */
function Chip({ entry, day }: { entry: Entry; day: string }) {
  const { agenda_id: id, title, state, leaders, may_open: open } = entry
  const look = { className: css.chip, title, 'data-state': state }
  const words = (
    <>
      <span className={css.begins}>{beginsOn(entry, day)}</span> {entry.in_series && <Icon name="repeat" size={16} />}{' '}
      {leaders.length > 0 && `${leaders.map(({ called }) => called).join(', ')}: `}
      {title}
      {entry.in_series && <span className="visually-hidden"> (seri)</span>}
      {state === 'cancelled' && <span className="visually-hidden"> (dibatalkan)</span>}
    </>
  )
  return open ? (
    <Link href={`/agenda/${id}`} {...look}>
      {words}
    </Link>
  ) : (
    <span {...look}>{words}</span>
  )
}
