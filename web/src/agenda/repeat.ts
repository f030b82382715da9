/** How an agenda repeats: the choices that a date offers, and the rule (RRULE, RFC 5545) that a draft becomes. */
import { isoDate } from '../words/format'
import { parseDate } from '../words/parse'
import type { Draft, Mistakes } from './draft'

export const WEEKDAYS = [
  ['MO', 'Senin'],
  ['TU', 'Selasa'],
  ['WE', 'Rabu'],
  ['TH', 'Kamis'],
  ['FR', 'Jumat'],
  ['SA', 'Sabtu'],
  ['SU', 'Minggu'],
] as const

export type Repeats = '' | 'weekly' | 'days' | 'workdays' | 'daily' | 'nth' | 'last' | 'date' | 'end'

const ORDINALS = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima']
const WORKDAYS = 'MO,TU,WE,TH,FR'
const LONGEST_MONTH = 28

/** What of the calendar a date is: its weekday, the how-manieth of its month, and whether the last. */
function partsOf(date: string) {
  const day = new Date(`${date}T00:00:00Z`)
  const ofMonth = day.getUTCDate()
  const inMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()
  const [code, name] = WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? WEEKDAYS[0]
  return { code, name, ofMonth, nth: Math.ceil(ofMonth / 7), isLast: ofMonth + 7 > inMonth, endsMonth: ofMonth === inMonth }
}

export const dateOf = (draft: Draft, now: number) => parseDate(draft.date, isoDate(now))

/** The ways to repeat that a date offers, in its own words. */
export function choicesOf(date: string | null, chosen: Repeats): [Repeats, string][] {
  const all: [Repeats, string, boolean][] = [['', 'Tidak berulang', true]]
  if (date) {
    const { name, ofMonth, nth, isLast, endsMonth } = partsOf(date)
    all.push(
      ['weekly', `Setiap ${name}`, true],
      ['days', 'Beberapa hari setiap minggu', true],
      ['workdays', 'Setiap hari kerja, Senin sampai Jumat', true],
      ['daily', 'Setiap hari', true],
      ['nth', `Setiap bulan, ${name} ${ORDINALS[nth - 1] ?? ''}`, nth < 5],
      ['last', `Setiap bulan, ${name} terakhir`, isLast],
      ['date', `Setiap bulan, tanggal ${ofMonth}`, true],
      ['end', 'Setiap bulan, hari terakhir', endsMonth],
    )
  }
  const offered = all.filter(([value, , fits]) => fits || value === chosen).map(([value, words]) => [value, words] as [Repeats, string])
  return chosen && !date ? [...offered, [chosen, 'Isi tanggal lebih dulu']] : offered
}

/** Whether some months are left out because they are too short. */
export const skipsShortMonths = (draft: Draft, date: string | null) =>
  draft.repeats === 'date' && date !== null && partsOf(date).ofMonth > LONGEST_MONTH

/** The unit that the distance counts; of what repeats on each working day there is none. */
export const UNITS: Record<Repeats, string> = {
  '': '',
  weekly: 'minggu',
  days: 'minggu',
  workdays: '',
  daily: 'hari',
  nth: 'bulan',
  last: 'bulan',
  date: 'bulan',
  end: 'bulan',
}

/** What keeps a draft from repeating as it says. */
export function repeatMistakes(draft: Draft, now: number): Mistakes {
  if (!draft.repeats) return {}
  const date = dateOf(draft, now)
  const last = parseDate(draft.lastDay, isoDate(now))
  const wrongCount = !/^\d{1,3}$/.test(draft.times.trim()) || Number(draft.times) < 2
  return {
    ...(draft.repeats === 'days' && draft.repeatDays.length === 0 && { repeatDays: 'Pilih sedikitnya satu hari.' }),
    ...(UNITS[draft.repeats] && !(Number(draft.every) >= 1 && Number(draft.every) <= 31) && { every: 'Isi angka dari 1 sampai 31.' }),
    ...(draft.ends === 'count' && wrongCount && { times: 'Isi berapa kali, paling sedikit 2.' }),
    ...(draft.ends === 'until' && !last && { lastDay: draft.lastDay.trim() ? 'Tanggal tidak dikenal. Contoh: 24/11/2026.' : 'Isi tanggal terakhir.' }),
    ...(draft.ends === 'until' && last && date && last <= date && { lastDay: 'Tanggal terakhir harus sesudah tanggal mulai.' }),
  }
}

/** The rule of a draft that has no mistakes in it; null for one that does not repeat. */
export function ruleOf(draft: Draft, now: number): string | null {
  const date = dateOf(draft, now)
  if (!draft.repeats || !date || Object.keys(repeatMistakes(draft, now)).length > 0) return null
  const { code, ofMonth, nth } = partsOf(date)
  const by: Record<Exclude<Repeats, ''>, string> = {
    weekly: `FREQ=WEEKLY;BYDAY=${code}`,
    days: `FREQ=WEEKLY;BYDAY=${WEEKDAYS.map(([it]) => it).filter((it) => draft.repeatDays.includes(it)).join(',')}`,
    workdays: `FREQ=WEEKLY;BYDAY=${WORKDAYS}`,
    daily: 'FREQ=DAILY',
    nth: `FREQ=MONTHLY;BYDAY=${nth}${code}`,
    last: `FREQ=MONTHLY;BYDAY=-1${code}`,
    date: `FREQ=MONTHLY;BYMONTHDAY=${ofMonth}`,
    end: 'FREQ=MONTHLY;BYMONTHDAY=-1',
  }
  const every = UNITS[draft.repeats] && Number(draft.every) > 1 ? `;INTERVAL=${Number(draft.every)}` : ''
  const until = parseDate(draft.lastDay, isoDate(now))?.replaceAll('-', '')
  const end = draft.ends === 'count' ? `COUNT=${Number(draft.times)}` : `UNTIL=${until}`
  return `${by[draft.repeats]}${every};${end}`
}
