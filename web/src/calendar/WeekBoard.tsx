import css from './Calendar.module.css'
import { DayButton, type DayParts, isOff } from './DayButton'
import { DayNames } from './DayNames'
import { on } from './days'
import { EntryCard } from './EntryCard'

/** A week on a desk: seven columns, each with its meetings in order. */
export function WeekBoard(parts: DayParts) {
  const { days, daysOff, entries } = parts
  return (
    <table className={css.month}>
      <caption className="visually-hidden">Agenda minggu ini menurut hari. Tombol panah memindahkan hari, T ke hari ini.</caption>
      <DayNames days={days} />
      <tbody>
        <tr>
          {days.map((one) => (
            <td key={one} className={`${css.cell} ${css.tall}`} data-off={isOff(one, daysOff) || undefined}>
              <DayButton {...parts} one={one} />
              {daysOff.has(one) && <p className={css.holiday}>{daysOff.get(one)}</p>}
              <ul>
                {on(entries, one).map((entry) => (
                  <EntryCard key={entry.agenda_id} entry={entry} day={one} short />
                ))}
              </ul>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
