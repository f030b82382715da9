/** Days as a calendar counts them: ISO dates of Jakarta, whatever the device says. */
import { clock, isoDate } from '../words/format'

export type View = 'month' | 'week' | 'day'

/** What takes place from one moment to another. */
export interface Lasting {
  starts_at: string
  ends_at: string
}

const A_DAY = 86_400_000
const DAYS_OF_WEEK = 7

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * A_DAY).toISOString().slice(0, 10)
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

/** 0 on a Monday. */
export function weekday(day: string): number {
  return (new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK
}

export const isWeekend = (day: string) => weekday(day) >= 5

export const isSameMonth = (one: string, other: string) => one.slice(0, 7) === other.slice(0, 7)

/** The days that a view of this day shows; a month is whole weeks, from Monday to Sunday. */
export function daysShown(view: View, day: string): string[] {
  if (view === 'day') return [day]
  if (view === 'week') return daysBetween(monday(day), addDays(monday(day), DAYS_OF_WEEK - 1))
  const first = `${day.slice(0, 8)}01`
  const last = addDays(addMonths(first, 1), -1)
  return daysBetween(monday(first), addDays(monday(last), DAYS_OF_WEEK - 1))
}

/** The day on which the view stands after one step forth or back. */
export function step(view: View, day: string, by: 1 | -1): string {
  return view === 'month' ? addMonths(day, by) : addDays(day, view === 'week' ? by * DAYS_OF_WEEK : by)
}

/** The day to which a key leads from this one, or null for a key that leads nowhere. */
export function dayByKey(key: string, day: string): string | null {
  const days: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -DAYS_OF_WEEK,
    ArrowDown: DAYS_OF_WEEK,
    Home: -weekday(day),
    End: DAYS_OF_WEEK - 1 - weekday(day),
  }
  const count = days[key]
  if (count !== undefined) return addDays(day, count)
  if (key === 'PageUp') return addMonths(day, -1)
  return key === 'PageDown' ? addMonths(day, 1) : null
}

export const weeks = (days: string[]) =>
  Array.from({ length: days.length / DAYS_OF_WEEK }, (_, week) => days.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK))

/** What touches the day; what ends at midnight is over by then. */
export function on<Entry extends Lasting>(entries: Entry[], day: string): Entry[] {
  return entries.filter((entry) => isoDate(entry.starts_at) <= day && lastDay(entry) >= day)
}

/** When it begins on that day, for a cell that has no room for more. */
export function beginsOn({ starts_at: from }: Lasting, day: string): string {
  return isoDate(from) === day ? clock(from) : 'lanjutan'
}

/** The hours of that day which it takes up. */
export function hoursOn(entry: Lasting, day: string): string {
  const begins = isoDate(entry.starts_at) === day
  const ends = lastDay(entry) === day
  if (begins && ends) return `${clock(entry.starts_at)}–${clock(entry.ends_at)}`
  if (begins) return `mulai ${clock(entry.starts_at)}`
  return ends ? `sampai ${clock(entry.ends_at)}` : 'sepanjang hari'
}

/** The last day that it touches. */
export const lastDay = ({ ends_at: to }: Lasting) => isoDate(Date.parse(to) - 1)

const monday = (day: string) => addDays(day, -weekday(day))

function daysBetween(first: string, last: string): string[] {
  return Array.from({ length: (Date.parse(last) - Date.parse(first)) / A_DAY + 1 }, (_, count) => addDays(first, count))
}
