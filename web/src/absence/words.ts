import type { Answer, Body } from '../api/operations'
import { longDate } from '../words/format'

export type Shown = Answer<'directory_show_absences'>
export type Absence = Shown['items'][number]
export type OwnPost = Shown['posts'][number]
export type NewAbsence = Body<'directory_declare_absence'>

export const KIND = { dinas_luar: 'Dinas luar', cuti: 'Cuti', sakit: 'Sakit' } as const satisfies Record<
  Absence['kind'],
  string
>

export const AIDE = { sekretaris: 'Sekretaris', ajudan: 'Ajudan' } as const satisfies Record<
  OwnPost['aides'][number]['kind'],
  string
>

/** From when to when: "2 November 2026 sampai 6 November 2026", one day by itself. */
export function days(from: string, to: string | null): string {
  if (to === null) return `sejak ${longDate(from)}`
  return from === to ? longDate(from) : `${longDate(from)} sampai ${longDate(to)}`
}

/** The last day of an absence that ends now: yesterday, for whoever is back today. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
