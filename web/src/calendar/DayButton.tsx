import type { KeyboardEvent } from 'react'
import { dayAndDate } from '../words/format'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'
import { dayByKey, isWeekend, on } from './days'

/** What every part of a calendar knows. */
export interface DayParts {
  days: string[]
  /** The day that is looked at. */
  day: string
  today: string
  entries: Entry[]
  /** The names of the holidays, by their day. */
  daysOff: Map<string, string>
  onMove: (day: string) => void
  onChoose: (day: string) => void
  onOpen: (day: string) => void
}

/** The number of a day: chosen by a click, left by the arrow keys, and opened by Enter or a second click. */
export function DayButton({ one, day, today, daysOff, entries, onMove, onChoose, onOpen }: DayParts & { one: string }) {
  const count = on(entries, one).length
  const words = [dayAndDate(one), daysOff.get(one), count ? `${count} agenda` : 'tanpa agenda', one === today && 'hari ini']

  function press(event: KeyboardEvent) {
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : dayByKey(event.key, one)
    if (!to) return
    event.preventDefault()
    onMove(to)
  }

  return (
    <button
      type="button"
      className={css.number}
      aria-label={words.filter(Boolean).join(', ')}
      aria-pressed={one === day}
      aria-current={one === today ? 'date' : undefined}
      tabIndex={one === day ? 0 : -1}
      onKeyDown={press}
      onClick={() => (one === day ? onOpen(one) : onChoose(one))}
    >
      {Number(one.slice(-2))}
    </button>
  )
}

/** The offices are closed: a Saturday, a Sunday or a holiday. */
export const isOff = (day: string, daysOff: Map<string, string>) => isWeekend(day) || daysOff.has(day)
