import css from './Calendar.module.css'
import { DayButton, type DayParts, isOff } from './DayButton'
import { DayNames } from './DayNames'
import { isSameMonth, on, weeks } from './days'

const MOST_DOTS = 3

/** The days on a phone: their numbers, with a dot for each agenda; what they are stands in the list below. */
export function DayStrip({ month, ...parts }: DayParts & { month: boolean }) {
  const { days, day, daysOff, entries } = parts
  const rows = weeks(days)
  return (
    <table className={css.strip}>
      <caption className="visually-hidden">Pilih hari</caption>
      <DayNames days={rows[0] ?? []} />
      <tbody>
        {rows.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <td
                key={one}
                data-off={isOff(one, daysOff) || undefined}
                data-other={(month && !isSameMonth(one, day)) || undefined}
              >
                <DayButton {...parts} one={one} onOpen={parts.onChoose} />
                <span className={css.dots} aria-hidden="true">
                  {on(entries, one)
                    .slice(0, MOST_DOTS)
                    .map(({ agenda_id: id }) => (
                      <i key={id} />
                    ))}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
