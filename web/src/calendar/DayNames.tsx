import { shortWeekday } from '../words/format'

/** The names of a week's days, above their columns. */
export function DayNames({ days }: { days: readonly string[] }) {
  return (
    <thead>
      <tr>
        {days.map((one) => (
          <th key={one} scope="col">
            {shortWeekday(one)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
