/** Which months a recap shows; they stand in the address. */
export const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

export const FIRST_YEAR = 2024

export interface Months {
  year: number
  first_month: number
  last_month: number
}

/** What the address asks for; otherwise this year until now. A span that would end before it begins is its last month. */
export function monthsOf(search: URLSearchParams, today: string): Months {
  const thisYear = Number(today.slice(0, 4))
  const year = numberBetween(search.get('tahun'), FIRST_YEAR, thisYear) ?? thisYear
  const last = numberBetween(search.get('sampai'), 1, 12) ?? (year === thisYear ? Number(today.slice(5, 7)) : 12)
  const first = numberBetween(search.get('dari'), 1, 12) ?? 1
  return { year, first_month: Math.min(first, last), last_month: last }
}

/** November 2026 · Januari–November 2026 */
export function monthSpan({ year, first_month: first, last_month: last }: Months): string {
  const name = (month: number) => MONTHS[month - 1] ?? ''
  return first === last ? `${name(first)} ${year}` : `${name(first)}–${name(last)} ${year}`
}

/** 87%; a share of nothing is nothing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`
}

function numberBetween(text: string | null, least: number, most: number): number | undefined {
  const value = Number(text)
  return text && Number.isInteger(value) && value >= least && value <= most ? value : undefined
}
