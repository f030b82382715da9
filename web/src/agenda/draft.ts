/** An agenda while it is being written: what was typed, what is wrong with it, and the command it becomes. */
import type { Answer, Body } from '../api/operations'
import type { FieldError } from '../api/problem'
import { isoDate } from '../words/format'
import { momentInJakarta, parseDate, parseTime } from '../words/parse'
import type { Visibility } from './words'

export type Invitee = Answer<'portal_find_people'>['items'][number]

/** Dates and times stay as the person typed them. */
export interface Draft {
  title: string
  description: string
  date: string
  from: string
  to: string
  place: string
  invited: Invitee[]
  opens: string
  closes: string
  showNames: boolean
  admitGuests: boolean
  visibility: Visibility
}

export type Field = keyof Draft
export type Mistakes = Partial<Record<Field, string>>
export type NewAgenda = Body<'eagenda_create_agenda'>

export const EMPTY: Draft = {
  title: '',
  description: '',
  date: '',
  from: '',
  to: '',
  place: '',
  invited: [],
  opens: '',
  closes: '',
  showNames: false,
  admitGuests: false,
  visibility: 'internal',
}

export const WRONG_DATE = 'Tanggal tidak dikenal. Contoh: 24/11/2026 atau 24 nov.'
export const WRONG_TIME = 'Jam tidak dikenal. Contoh: 09.30.'

type Checked = { agenda: NewAgenda; mistakes: null } | { agenda: null; mistakes: Mistakes }

/** The command that a draft becomes, or all that keeps it from becoming one. */
export function check(draft: Draft, now: number): Checked {
  const date = parseDate(draft.date, isoDate(now))
  const moment = (text: string) => {
    const timeOfDay = parseTime(text)
    return date && timeOfDay ? momentInJakarta(date, timeOfDay) : null
  }
  const [from, to, opens, closes] = [draft.from, draft.to, draft.opens, draft.closes].map(moment)

  const mistakes: Mistakes = {
    ...(!draft.title.trim() && { title: 'Isi judul agenda.' }),
    ...(!date && { date: draft.date.trim() ? WRONG_DATE : 'Isi tanggal.' }),
    ...mistakenTime('from', draft.from, 'Isi jam mulai.'),
    ...mistakenTime('to', draft.to, 'Isi jam selesai.'),
    ...(!draft.place.trim() && { place: 'Isi tempat.' }),
    ...(draft.invited.length === 0 && { invited: 'Undang sedikitnya satu orang.' }),
    ...(draft.opens.trim() && mistakenTime('opens', draft.opens, '')),
    ...(draft.closes.trim() && mistakenTime('closes', draft.closes, '')),
  }
  if (from && Date.parse(from) <= now) mistakes.from = 'Waktu mulai sudah lewat.'
  if (from && to && to <= from) mistakes.to = 'Jam selesai harus sesudah jam mulai.'
  if (draft.admitGuests && draft.visibility === 'secret') {
    mistakes.admitGuests = 'Agenda rahasia hanya untuk yang diundang, tanpa tamu.'
  }
  if (opens && closes && closes <= opens) mistakes.closes = 'Absensi harus ditutup sesudah dibuka.'

  if (Object.keys(mistakes).length > 0 || !from || !to) return { agenda: null, mistakes }
  return {
    mistakes: null,
    agenda: {
      title: draft.title.trim(),
      description: draft.description.trim(),
      place: draft.place.trim(),
      starts_at: from,
      ends_at: to,
      opens_at: opens ?? null,
      closes_at: closes ?? null,
      invited: draft.invited.map((invitee) => invitee.person_id),
      show_names: draft.showNames,
      admit_guests: draft.admitGuests,
      visibility: draft.visibility,
    },
  }
}

function mistakenTime(field: Field, text: string, ifEmpty: string): Mistakes {
  if (!text.trim()) return { [field]: ifEmpty }
  return parseTime(text) ? {} : { [field]: WRONG_TIME }
}

const FIELD_OF: Record<string, Field> = {
  title: 'title',
  description: 'description',
  place: 'place',
  starts_at: 'from',
  ends_at: 'to',
  opens_at: 'opens',
  closes_at: 'closes',
  invited: 'invited',
  admit_guests: 'admitGuests',
  visibility: 'visibility',
}

/** The server's objections, each at the field that it concerns; what concerns none stands at the title. */
export function mistakesFrom(errors: FieldError[]): Mistakes {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => [FIELD_OF[pointer.split('/')[1] ?? ''] ?? 'title', detail]),
  )
}
