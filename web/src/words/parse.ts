/** What a person types into a date, time or code field, understood as people write it. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']

/**
 * `24/11/2026`, `24-11-26`, `24 nov`, `24 November 2026` → `2026-11-24`; null if it is no date. Without a year it is the
 * coming one, or with `past` the one that was last.
 */
export function parseDate(text: string, today: string, past = false): string | null {
  const parts = text.trim().toLowerCase().split(/[\s/.,-]+/).filter(Boolean)
  const [day, month, year] = parts
  if (parts.length < 2 || parts.length > 3 || !day || !month) return null
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : monthByName(month)
  if (!/^\d{1,2}$/.test(day) || !monthNumber) return null
  if (year) return /^(\d{2}|\d{4})$/.test(year) ? existing(fullYear(year), monthNumber, Number(day)) : null
  return past ? lastTime(monthNumber, Number(day), today) : nextTime(monthNumber, Number(day), today)
}

/** `9`, `9.30`, `09:30`, `0930` → `09.30`; null if it is no time of day. */
export function parseTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[.:](\d{2})|(\d{2}))?(?:\s*wib)?$/i.exec(text.trim())
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? match[3] ?? 0)
  if (hour > 23 || minute > 59) return null
  return `${twoDigits(hour)}.${twoDigits(minute)}`
}

/** The moment of a date and a time of day in Jakarta, which keeps UTC+7 all year: `2026-11-24T02:30:00Z`. */
export function momentInJakarta(date: string, timeOfDay: string): string {
  const moment = new Date(`${date}T${timeOfDay.replace('.', ':')}:00+07:00`)
  return moment.toISOString().replace('.000Z', 'Z')
}

/** A short code as typed or pasted: upper case, without the spaces and dashes people add to read it. */
export function tidyShortCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, SHORT_CODE_LENGTH)
}

export const SHORT_CODE_LENGTH = 6

/** Short codes leave out the signs that look alike, so that these are certainly misread. */
export function hasLookalike(code: string): boolean {
  return /[01IO]/.test(code)
}

function monthByName(word: string): number | null {
  if (word.length < 3) return null
  const spelling = word.replace(/^(ags|agt|aug)/, 'agu').replace(/^may/, 'mei').replace(/^oct/, 'okt').replace(/^dec/, 'des')
  const index = MONTHS.indexOf(spelling.slice(0, 3))
  return index < 0 ? null : index + 1
}

function lastTime(month: number, day: number, today: string): string | null {
  const thisYear = Number(today.slice(0, 4))
  const date = existing(thisYear, month, day)
  return date && date > today ? existing(thisYear - 1, month, day) : date
}

function nextTime(month: number, day: number, today: string): string | null {
  const thisYear = Number(today.slice(0, 4))
  const date = existing(thisYear, month, day)
  return date && date < today ? existing(thisYear + 1, month, day) : date
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : null
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year))

const twoDigits = (value: number) => String(value).padStart(2, '0')
