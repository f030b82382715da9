/** How the portal writes dates, times and counts: always Asia/Jakarta, whatever the device says. */

const ZONE = 'Asia/Jakarta'

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('id-ID', { timeZone: ZONE, ...options })

const LONG_DATE = formatter({ day: 'numeric', month: 'long', year: 'numeric' })
const DAY_AND_DATE = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const SHORT_DATE = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const SHORT_WEEKDAY = formatter({ weekday: 'short' })
const DAY_AND_MONTH = formatter({ day: 'numeric', month: 'short' })
const MONTH_AND_YEAR = formatter({ month: 'long', year: 'numeric' })
const DAY = formatter({ day: 'numeric' })
const TIME = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const TIME_WITH_SECONDS = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const NUMBER = new Intl.NumberFormat('id-ID')
/** Swedish dates happen to be ISO dates. */
const ISO_DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE })

type Moment = string | number

/** 24 November 2026 */
export const longDate = (moment: Moment) => LONG_DATE.format(new Date(moment))

/** Selasa, 24 November 2026 */
export const dayAndDate = (moment: Moment) => DAY_AND_DATE.format(new Date(moment))

/** 24 Nov 2026 */
export const shortDate = (moment: Moment) => SHORT_DATE.format(new Date(moment))

/** Sel */
export const shortWeekday = (moment: Moment) => SHORT_WEEKDAY.format(new Date(moment))

/** 24 Nov */
export const dayAndMonth = (moment: Moment) => DAY_AND_MONTH.format(new Date(moment))

/** November 2026 */
export const monthAndYear = (moment: Moment) => MONTH_AND_YEAR.format(new Date(moment))

/** 23–29 November 2026, or with both months where they differ. */
export function daySpan(first: string, last: string): string {
  if (first.slice(0, 7) === last.slice(0, 7)) return `${DAY.format(new Date(first))}–${longDate(last)}`
  return `${first.slice(0, 4) === last.slice(0, 4) ? dayAndMonth(first) : shortDate(first)} – ${shortDate(last)}`
}

/** 09.30 */
export const clock = (moment: Moment) => TIME.format(new Date(moment))

/** 09.30 WIB */
export const time = (moment: Moment) => `${clock(moment)} WIB`

/** 09.30.07 */
export const clockWithSeconds = (moment: Moment) => TIME_WITH_SECONDS.format(new Date(moment))

/** 08.30–10.00 WIB, or with both dates where the end is on another day. */
export function span(from: Moment, to: Moment): string {
  if (isoDate(from) === isoDate(to)) return `${clock(from)}–${time(to)}`
  return `${shortDate(from)} ${clock(from)} – ${shortDate(to)} ${time(to)}`
}

/** 2026-11-24, the date in Jakarta. */
export const isoDate = (moment: Moment) => ISO_DATE.format(new Date(moment))

/** 24/11/2026, as a date field shows it. */
export function typedDate(date: string): string {
  return date.split('-').reverse().join('/')
}

/** 1.250 */
export const number = (value: number) => NUMBER.format(value)

/** 1 dari 210 */
export const outOf = (part: number, whole: number) => `${number(part)} dari ${number(whole)}`

const UNITS = [
  [86_400, 'hari'],
  [3_600, 'jam'],
  [60, 'menit'],
  [1, 'detik'],
] as const

/** 4 menit 12 detik; two units as little as possible, never below one second. */
export function remaining(milliseconds: number): string {
  let seconds = Math.max(1, Math.ceil(milliseconds / 1_000))
  const first = UNITS.findIndex(([unit]) => seconds >= unit)
  const words = UNITS.slice(first, first + 2).map(([unit, word]) => {
    const count = Math.floor(seconds / unit)
    seconds -= count * unit
    return count > 0 && `${number(count)} ${word}`
  })
  return words.filter(Boolean).join(' ')
}

/** Ends a sentence with one stop, also where its last word is a title such as "M.T.". */
export const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/** 0812-3456-7890; a number of another country keeps its code. */
export function telephone(value: string): string {
  const national = value.startsWith('+62') ? `0${value.slice(3)}` : value
  return national.replace(/^(.{4})(.{4})(.+)$/, '$1-$2-$3')
}

/** 19860926 201505 1 001; a masked number stays as it came. */
export function nip(value: string): string {
  return value.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}
