/** An agenda while it is being written: what was typed, what is wrong with it, and the command it becomes. */
import type { Answer, Body } from '../api/operations'
import type { FieldError } from '../api/problem'
import { sentPoint, typedPoint } from '../map/typed-point'
import { clock, isoDate, typedDate } from '../words/format'
import { momentInJakarta, parseDate, parseTime } from '../words/parse'
import {
  checkSessions,
  type DraftSession,
  type SessionField,
  type SessionMistake,
  sessionsInWords,
  sessionsOf,
  timesOfSessions,
} from './sessions'
import { type Repeats, repeatMistakes } from './repeat'
import { KIND, type Kind, VISIBILITY, type Visibility } from './words'

/** A person; with a position whoever holds it on the day, and without a person while nobody does. */
export type Invitee = Answer<'portal_find_people'>['items'][number] & { position_id?: string }

export const inviteeKey = ({ person_id: person, position_id: post }: Invitee) => (post ? `jabatan:${post}` : person)

/** How many people that are: who holds two invited posts is one, a vacant post somebody yet to come. */
export const countPeople = (invited: Invitee[]) => new Set(invited.map((it) => it.person_id || inviteeKey(it))).size

/** Dates and times stay as the person typed them. */
export interface Draft {
  kind: Kind
  title: string
  description: string
  date: string
  /** The last day of an agenda that takes longer than one. */
  until: string
  from: string
  to: string
  place: string
  /** The room that is booked: its id, a space and its name; empty for none. */
  room: string
  /** Coordinates, and the metres around them that count as there. */
  point: string
  radius: string
  onlineLink: string
  dress: string
  invited: Invitee[]
  opens: string
  closes: string
  showNames: boolean
  admitGuests: boolean
  asksPosition: boolean
  visibility: Visibility
  /** Its parts, each with an attendance of its own; none for one attendance of the whole. */
  sessions: DraftSession[]
  /** From how many minutes before an end the code records leaving; empty where leaving is not recorded. */
  leaving: string
  /** Why the time or the place is another now; of an agenda that is edited. */
  reason: string
  /** How it repeats; the rest of a series is as typed too. */
  repeats: Repeats
  repeatDays: string[]
  every: string
  ends: 'count' | 'until'
  times: string
  lastDay: string
  skipDaysOff: boolean
  /** Days that are left out, as `2026-12-14`. */
  excluded: string[]
}

export type Field = keyof Draft
export type Mistaken = Field | SessionMistake
export type Mistakes = Partial<Record<Mistaken, string>>
export type Agenda = Answer<'eagenda_show_agenda'>
export type NewAgenda = Omit<Body<'eagenda_create_agenda'>, 'draft_id'>

export const EMPTY: Draft = {
  kind: 'rapat',
  title: '',
  description: '',
  date: '',
  until: '',
  from: '',
  to: '',
  place: '',
  room: '',
  point: '',
  radius: '',
  onlineLink: '',
  dress: '',
  invited: [],
  opens: '',
  closes: '',
  showNames: false,
  admitGuests: false,
  asksPosition: false,
  visibility: 'internal',
  sessions: [],
  leaving: '',
  reason: '',
  repeats: '',
  repeatDays: [],
  every: '1',
  ends: 'count',
  times: '',
  lastDay: '',
  skipDaysOff: true,
  excluded: [],
}

export const WRONG_DATE = 'Tanggal tidak dikenal. Contoh: 24/11/2026 atau 24 nov.'
export const WRONG_TIME = 'Jam tidak dikenal. Contoh: 09.30.'

export const WRONG_LINK = 'Tempel tautan lengkap yang diawali https://.'

/** A page on the web, encrypted; an empty one is none. */
export const isPage = (link: string) => link === '' || /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]\S*)?$/i.test(link)

type Checked = { agenda: NewAgenda; mistakes: null } | { agenda: null; mistakes: Mistakes }

export const roomName = (room: string) => room.split(' ').slice(1).join(' ')

/** From when to when, as far as that is understood already. */
export function timesOf(draft: Draft, now: number): { from: string | null; to: string | null } {
  const date = parseDate(draft.date, isoDate(now))
  const until = draft.until.trim() ? parseDate(draft.until, isoDate(now)) : date
  const [from, to] = [parseTime(draft.from), parseTime(draft.to)]
  return {
    from: date && from ? momentInJakarta(date, from) : null,
    to: until && to ? momentInJakarta(until, to) : null,
  }
}

/** The command that a draft becomes, or all that keeps it from becoming one; of an agenda that there was `before`, too. */
export function check(draft: Draft, now: number, before?: Agenda): Checked {
  const date = parseDate(draft.date, isoDate(now))
  const until = draft.until.trim() ? parseDate(draft.until, isoDate(now)) : date
  const moment = (day: string | null, text: string) => {
    const timeOfDay = parseTime(text)
    return day && timeOfDay ? momentInJakarta(day, timeOfDay) : null
  }
  // What nobody touched stays to the second, and on a day that the form does not show.
  const was = before && draftOf(before)
  const unless = (touched: Field[], at: string | undefined, typed: string | null) =>
    was && at && touched.every((field) => draft[field] === was[field]) ? at : typed
  const from = unless(['date', 'from'], before?.starts_at, moment(date, draft.from))
  const to = unless(['date', 'until', 'to'], before?.ends_at, moment(until, draft.to))
  const divided = draft.sessions.length > 0
  const wasWhole = before && before.sittings.length === 0 ? before : undefined
  const opens = divided ? null : unless(['date', 'from', 'opens'], wasWhole?.opens_at, moment(date, draft.opens))
  const closes = divided
    ? null
    : unless(['date', 'until', 'to', 'closes', 'leaving'], wasWhole?.closes_at, moment(until, draft.closes))
  const sessions = checkSessions(draft.sessions, { from, to, now, before })

  const { sent: point, ...wrongPoint } = sentPoint(draft)
  const mistakes: Mistakes = {
    ...(!draft.title.trim() && { title: 'Isi judul agenda.' }),
    ...(!date && { date: draft.date.trim() ? WRONG_DATE : 'Isi tanggal.' }),
    ...(draft.until.trim() && !until && { until: WRONG_DATE }),
    ...mistakenTime('from', draft.from, 'Isi jam mulai.'),
    ...mistakenTime('to', draft.to, 'Isi jam selesai.'),
    ...(!draft.place.trim() && { place: 'Isi tempat.' }),
    ...wrongPoint,
    ...(!isPage(draft.onlineLink.trim()) && { onlineLink: WRONG_LINK }),
    ...(!before && draft.invited.length === 0 && { invited: 'Undang sedikitnya satu orang.' }),
    ...(!divided && draft.opens.trim() && mistakenTime('opens', draft.opens, '')),
    ...(!divided && draft.closes.trim() && mistakenTime('closes', draft.closes, '')),
    ...sessions.mistakes,
    ...(!before && repeatMistakes(draft, now)),
    ...(!before && draft.repeats && divided && { repeats: 'Agenda berulang dibuat tanpa sesi. Hapus sesinya.' }),
  }
  if (from && Date.parse(from) <= now && from !== before?.starts_at) mistakes.from = 'Waktu mulai sudah lewat.'
  if (date && until && until < date) mistakes.until = 'Tanggal selesai harus sesudah tanggal mulai.'
  else if (from && to && to <= from) mistakes.to = 'Jam selesai harus sesudah jam mulai.'
  if (draft.admitGuests && draft.visibility === 'secret') {
    mistakes.admitGuests = 'Agenda rahasia hanya untuk yang diundang, tanpa tamu.'
  }
  if (opens && closes && closes <= opens) mistakes.closes = 'Absensi harus ditutup sesudah dibuka.'

  if (before && hasMoved(draft, before, now) && !draft.reason.trim()) {
    mistakes.reason = 'Isi alasan perubahan waktu atau tempat.'
  }

  if (Object.keys(mistakes).length > 0 || !from || !to) return { agenda: null, mistakes }
  return {
    mistakes: null,
    agenda: {
      kind: draft.kind,
      title: draft.title.trim(),
      description: draft.description.trim(),
      place: draft.place.trim(),
      room_id: draft.room.split(' ')[0] || null,
      online_link: draft.onlineLink.trim(),
      dress: draft.dress.trim(),
      starts_at: from,
      ends_at: to,
      opens_at: opens,
      closes_at: closes,
      ...invitedIds(draft.invited),
      show_names: draft.showNames,
      admit_guests: draft.admitGuests,
      point,
      asks_position: draft.asksPosition && point !== null,
      visibility: draft.visibility,
      sittings: sessions.planned,
      leaving_minutes: draft.leaving ? Number(draft.leaving) : null,
    },
  }
}

/** Persons by name, and posts whose holder is meant. */
export function invitedIds(invited: Invitee[]): { invited: string[]; invited_posts: string[] } {
  return {
    invited: invited.filter((invitee) => !invitee.position_id).map((invitee) => invitee.person_id),
    invited_posts: invited.flatMap((invitee) => invitee.position_id || []),
  }
}

/** What an agenda says, as it would be typed. */
export function draftOf(agenda: Agenda): Draft {
  const { starts_at: from, ends_at: to, opens_at: opens, closes_at: closes } = agenda
  const divided = agenda.sittings.length > 0
  return {
    ...EMPTY,
    kind: agenda.kind,
    title: agenda.title,
    description: agenda.description,
    date: typedDate(isoDate(from)),
    until: isoDate(to) === isoDate(from) ? '' : typedDate(isoDate(to)),
    from: clock(from),
    to: clock(to),
    place: agenda.place,
    room: agenda.room ? `${agenda.room.id} ${agenda.room.name}` : '',
    ...typedPoint(agenda.point),
    onlineLink: agenda.online_link,
    dress: agenda.dress,
    opens: divided || Date.parse(opens) === Date.parse(from) - OPENS_BEFORE ? '' : clock(opens),
    closes: divided || Date.parse(closes) === Date.parse(to) + (agenda.leaving_minutes ?? 0) * 60_000 ? '' : clock(closes),
    showNames: agenda.show_names,
    admitGuests: agenda.admit_guests,
    asksPosition: agenda.asks_position,
    visibility: agenda.visibility,
    sessions: sessionsOf(agenda),
    leaving: String(agenda.leaving_minutes ?? ''),
  }
}

/** What a letter says, as it would be typed. */
export function draftOfLetter(letter: Answer<'eagenda_show_draft'>): Draft {
  const { starts_at: from, ends_at: to } = letter
  return {
    ...EMPTY,
    title: letter.hal,
    place: letter.place,
    date: from ? typedDate(isoDate(from)) : '',
    until: from && to && isoDate(to) !== isoDate(from) ? typedDate(isoDate(to)) : '',
    from: from ? clock(from) : '',
    to: to ? clock(to) : '',
    invited: letter.invited,
    visibility: letter.is_secret ? 'secret' : 'internal',
  }
}

/** Whether those invited must be told, and why. */
export function hasMoved(draft: Draft, before: Agenda, now: number): boolean {
  const was = draftOf(before)
  const typed = ({ date, until, from, to, place, onlineLink, sessions }: Draft) => [
    parseDate(date, isoDate(now)),
    parseDate(until || date, isoDate(now)),
    parseTime(from),
    parseTime(to),
    place.trim(),
    onlineLink.trim(),
    ...timesOfSessions(sessions, isoDate(now)),
  ]
  return typed(draft).join('|') !== typed(was).join('|')
}

export interface Difference {
  field: Field
  before: string
  after: string
  /** What I typed into the same field, which stays. */
  mine: string | null
}

/** What another changed while I was typing: mine stays where I typed, theirs comes where I didn't. */
export function merged(mine: Draft, before: Draft, after: Draft): { draft: Draft; differences: Difference[] } {
  const differ = (field: Field, one: Draft, other: Draft) => JSON.stringify(one[field]) !== JSON.stringify(other[field])
  const changed = (Object.keys(EMPTY) as Field[]).filter((field) => field in LABELS && differ(field, before, after))
  const draft = { ...mine }
  const differences = changed.map((field) => {
    const touched = differ(field, mine, before)
    if (!touched) Object.assign(draft, { [field]: after[field] })
    const [was, is, typed] = [before, after, mine].map((it) => asWords(field, it))
    return { field, before: was ?? '', after: is ?? '', mine: touched && typed !== is ? (typed ?? '') : null }
  })
  return { draft, differences }
}

export const LABELS: Partial<Record<Field, string>> = {
  kind: 'Jenis',
  title: 'Judul',
  description: 'Uraian',
  date: 'Tanggal',
  until: 'Hari terakhir',
  from: 'Mulai',
  to: 'Selesai',
  place: 'Tempat',
  room: 'Ruang rapat',
  point: 'Titik di peta',
  radius: 'Radius dalam meter',
  onlineLink: 'Tautan daring',
  dress: 'Pakaian',
  opens: 'Absensi dibuka',
  closes: 'Absensi ditutup',
  showNames: 'Nama di layar aula',
  admitGuests: 'Terima tamu',
  asksPosition: 'Minta lokasi ponsel',
  visibility: 'Siapa boleh tahu',
  sessions: 'Sesi',
  leaving: 'Jam pulang',
}

function asWords(field: Field, draft: Draft): string {
  const value = draft[field]
  if (field === 'room') return roomName(draft.room) || '(kosong)'
  if (field === 'sessions') return sessionsInWords(draft.sessions) || '(tanpa sesi)'
  if (field === 'leaving') return draft.leaving ? `dicatat ${draft.leaving} menit sebelum selesai` : 'tidak dicatat'
  if (field === 'kind') return KIND[draft.kind]
  if (field === 'visibility') return VISIBILITY[draft.visibility][0]
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return typeof value === 'string' && value.trim() ? value : '(kosong)'
}

const OPENS_BEFORE = 30 * 60_000

function mistakenTime(field: Field, text: string, ifEmpty: string): Mistakes {
  if (!text.trim()) return { [field]: ifEmpty }
  return parseTime(text) ? {} : { [field]: WRONG_TIME }
}

const FIELD_OF: Record<string, Field> = {
  title: 'title',
  description: 'description',
  place: 'place',
  room_id: 'room',
  point: 'point',
  radius_metres: 'radius',
  asks_position: 'point',
  online_link: 'onlineLink',
  dress: 'dress',
  kind: 'kind',
  starts_at: 'from',
  ends_at: 'to',
  opens_at: 'opens',
  closes_at: 'closes',
  invited: 'invited',
  invited_posts: 'invited',
  admit_guests: 'admitGuests',
  visibility: 'visibility',
  sittings: 'sessions',
  leaving_minutes: 'leaving',
  reason: 'reason',
  rule: 'repeats',
  excluded: 'repeats',
}

const FIELD_OF_SESSION: Record<string, SessionField> = {
  title: 'title',
  starts_at: 'from',
  ends_at: 'to',
  opens_at: 'opens',
  closes_at: 'closes',
}

/** The server's objections, each at the field that it concerns; what concerns none stands at the title. */
export function mistakesFrom(errors: FieldError[]): Mistakes {
  return Object.fromEntries(
    errors.map(({ pointer, detail }) => {
      const [, name = '', index, part = ''] = pointer.split('/')
      const field = name === 'sittings' && FIELD_OF_SESSION[part]
      if (field) return [`sessions.${index}.${field}`, detail]
      return [FIELD_OF[pointer.split('/').at(-1) ?? ''] ?? FIELD_OF[name] ?? 'title', detail]
    }),
  )
}
