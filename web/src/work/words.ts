import type { Answer } from '../api/operations'
import { dayAndMonth, isoDate, shortDate, time } from '../words/format'

export type Task = Answer<'portal_list_tasks'>['items'][number]
export type Verb = Task['verb']

export const VERBS = {
  sign: 'Tanda tangani',
  approve: 'Setujui',
  confirm: 'Konfirmasi',
  dispose: 'Disposisi',
  do: 'Kerjakan',
} as const satisfies Record<Verb, string>

const A_DAY = 86_400_000

/** How near its deadline a task is: the mark, the word, and how loud both are. */
export function urgency(due: string | null, now: number): { tone: 'late' | 'today' | 'calm'; mark: string; word: string } {
  if (!due) return { tone: 'calm', mark: '○', word: 'Tanpa batas' }
  const days = daysBetween(isoDate(now), isoDate(due))
  if (Date.parse(due) < now) return { tone: 'late', mark: '!', word: days === 0 ? 'Lewat hari ini' : `Lewat ${-days} hari` }
  if (days === 0) return { tone: 'today', mark: '●', word: `Hari ini ${time(due)}` }
  return { tone: 'calm', mark: '○', word: days === 1 ? 'Besok' : `Batas ${isoDate(due).slice(0, 4) === isoDate(now).slice(0, 4) ? dayAndMonth(due) : shortDate(due)}` }
}

/** The days until which a task is put off in one press, none of them past its deadline: tomorrow, and the next Monday. */
export function daysToSnooze(due: string | null, now: number): { word: string; day: string }[] {
  const today = isoDate(now)
  const tomorrow = addDays(today, 1)
  const monday = addDays(today, 8 - (weekday(today) || 7))
  const last = due ? isoDate(due) : '9999-12-31'
  return [
    { word: 'Sampai besok', day: tomorrow },
    { word: 'Sampai Senin', day: monday },
  ].filter(({ day }, index, all) => day <= last && all.findIndex((other) => other.day === day) === index)
}

/** The task that stands in the place of the one that went: the one after it, or the last. */
export function nextInPlace<Item extends { id: string }>(items: Item[], wanted: string | null, place: number): Item | undefined {
  return items.find(({ id }) => id === wanted) ?? items[Math.min(place, items.length - 1)]
}

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10)

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / A_DAY)

/** Sunday is 0. */
const weekday = (day: string) => new Date(day).getUTCDay()
