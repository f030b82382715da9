/** What is typed into the form of the certificates, and where it is wrong. */
import type { Body } from '../api/operations'

export interface TypedSubject {
  title: string
  hours: string
}

export const NO_SUBJECT: TypedSubject = { title: '', hours: '' }

/** As many as the back of a certificate holds. */
export const MOST_SUBJECTS = 20

const MOST_HOURS = 200
const DIGITS = /^\d{1,3}$/

/** What is wrong with a row, field by field. */
export function faultsOf({ title, hours }: TypedSubject): { title?: string; hours?: string } {
  return {
    ...(!title.trim() && { title: 'Isi materinya.' }),
    ...(!hoursOf(hours) && { hours: `Isi angka 1 sampai ${MOST_HOURS}.` }),
  }
}

/** The lesson hours that somebody typed; 0 where it is no number that a subject may have. */
export function hoursOf(text: string): number {
  const hours = DIGITS.test(text.trim()) ? Number(text) : 0
  return hours <= MOST_HOURS ? hours : 0
}

/** The lesson hours of all rows together. */
export const hoursTogether = (rows: TypedSubject[]) => rows.reduce((sum, { hours }) => sum + hoursOf(hours), 0)

/** The rows as the command takes them. */
export function asSubjects(rows: TypedSubject[]): Body<'eagenda_issue_sertifikat'>['subjects'] {
  return rows.map(({ title, hours }) => ({ title: title.trim(), hours: hoursOf(hours) }))
}
