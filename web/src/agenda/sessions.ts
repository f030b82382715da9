/** The sessions of an agenda while they are being written: each has an attendance of its own. */
import { clock, isoDate, typedDate } from '../words/format'
import { momentInJakarta, parseDate, parseTime } from '../words/parse'
import type { Agenda, NewAgenda } from './draft'

/** Dates and times as they were typed; the id is that of a session that there is already. */
export interface DraftSession {
  id: string
  title: string
  date: string
  from: string
  to: string
  opens: string
  closes: string
}

export type SessionField = Exclude<keyof DraftSession, 'id'>
export type SessionMistake = `sessions.${number}.${SessionField}`
export type Session = Agenda['sittings'][number]
type Planned = NonNullable<NewAgenda['sittings']>[number]

const MINUTE = 60_000
const OPENS_BEFORE = 30 * MINUTE
const A_DAY = 24 * 60 * MINUTE
const MOST_DAYS = 7

/** The session whose attendance is taken or is next; after the last that one; none of an agenda without. */
export function runningSession<S extends { closes_at: string }>(sessions: S[], now: number): S | undefined {
  return sessions.find((session) => now < Date.parse(session.closes_at)) ?? sessions.at(-1)
}

/** The first sessions of an agenda that is divided: one for each of its days, or two on its only one. */
export function firstSessions(draft: { date: string; until: string; from: string; to: string }, now: number): DraftSession[] {
  const first = parseDate(draft.date, isoDate(now))
  const last = draft.until.trim() ? parseDate(draft.until, isoDate(now)) : first
  const none = { id: '', opens: '', closes: '' }
  if (!first || !last || last <= first) {
    return [
      { ...none, title: 'Sesi 1', date: draft.date, from: draft.from, to: '' },
      { ...none, title: 'Sesi 2', date: draft.date, from: '', to: draft.to },
    ]
  }
  const days = Math.min(MOST_DAYS, Math.round((Date.parse(last) - Date.parse(first)) / A_DAY) + 1)
  return Array.from({ length: days }, (_, day) => ({
    ...none,
    title: `Hari ${day + 1}`,
    date: typedDate(dayAfter(first, day)),
    from: draft.from,
    to: draft.to,
  }))
}

/** By how many days the sessions would have to move for the first of them to be on the agenda's first day. */
export function daysOff(sessions: DraftSession[], date: string, now: number): number {
  const days = sessions.map((session) => parseDate(session.date, isoDate(now))).filter((day) => day !== null)
  const [first] = days.sort()
  const wanted = parseDate(date, isoDate(now))
  return first && wanted ? Math.round((Date.parse(wanted) - Date.parse(first)) / A_DAY) : 0
}

/** All sessions so many days later; a day that is not understood stays as it was typed. */
export function movedBy(days: number, sessions: DraftSession[], now: number): DraftSession[] {
  return sessions.map((session) => {
    const day = parseDate(session.date, isoDate(now))
    return day ? { ...session, date: typedDate(dayAfter(day, days)) } : session
  })
}

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10)

/** The sessions of an agenda as they would be typed; the usual times of attendance stay open. */
export function sessionsOf({ sittings, leaving_minutes: leaving }: Agenda): DraftSession[] {
  return sittings.map((session, index) => {
    const usual = usualTimes(session, sittings[index - 1], sittings[index + 1], leaving)
    return {
      id: session.id,
      title: session.title,
      date: typedDate(isoDate(session.starts_at)),
      from: clock(session.starts_at),
      to: clock(session.ends_at),
      opens: Date.parse(session.opens_at) === usual.opens ? '' : clock(session.opens_at),
      closes: Date.parse(session.closes_at) === usual.closes ? '' : clock(session.closes_at),
    }
  })
}

function usualTimes(session: Session, before: Session | undefined, after: Session | undefined, leaving: number | null) {
  const [from, to] = [Date.parse(session.starts_at), Date.parse(session.ends_at)]
  const closes = to + (leaving ?? 0) * MINUTE
  return {
    opens: Math.max(from - OPENS_BEFORE, before ? Date.parse(before.closes_at) : 0),
    closes: after ? Math.max(to, Math.min(closes, Date.parse(after.starts_at))) : closes,
  }
}

interface Around {
  from: string | null
  to: string | null
  now: number
  before: Agenda | undefined
}

type Mistakes = Partial<Record<SessionMistake, string>>

/** What the sessions become, and what is wrong with them. */
export function checkSessions(sessions: DraftSession[], around: Around): { planned: Planned[]; mistakes: Mistakes } {
  const mistakes: Mistakes = {}
  const was = new Map(around.before ? sessionsOf(around.before).map((session) => [session.id, session]) : [])
  const held = new Map(around.before?.sittings.map((session) => [session.id, session]) ?? [])
  const planned = sessions.map((session, index) => {
    const wrong = (field: SessionField, words: string) => {
      mistakes[`sessions.${index}.${field}`] ??= words
    }
    const date = parseDate(session.date, isoDate(around.now))
    const moment = (field: 'from' | 'to' | 'opens' | 'closes', ifEmpty: string) => {
      const time = parseTime(session[field])
      if (!time && (session[field].trim() || ifEmpty)) {
        wrong(field, session[field].trim() ? 'Jam tidak dikenal. Contoh: 09.30.' : ifEmpty)
      }
      return date && time ? momentInJakarta(date, time) : null
    }
    if (!session.title.trim()) wrong('title', 'Isi judul sesi.')
    if (!date) wrong('date', session.date.trim() ? 'Tanggal tidak dikenal. Contoh: 24/11/2026 atau 24 nov.' : 'Isi tanggal.')
    const touched = (fields: SessionField[]) => fields.some((field) => session[field] !== was.get(session.id)?.[field])
    const typedFrom = moment('from', 'Isi jam mulai.')
    const typedTo = moment('to', 'Isi jam selesai.')
    const from = touched(['date', 'from']) ? typedFrom : (held.get(session.id)?.starts_at ?? typedFrom)
    const to = touched(['date', 'to']) ? typedTo : (held.get(session.id)?.ends_at ?? typedTo)
    if (from && to && to <= from) wrong('to', 'Jam selesai harus sesudah jam mulai.')
    if (from && around.from && Date.parse(from) < Date.parse(around.from)) wrong('from', 'Sesi mulai sebelum agenda mulai.')
    if (to && around.to && Date.parse(to) > Date.parse(around.to)) wrong('to', 'Sesi selesai sesudah agenda selesai.')
    return {
      id: session.id,
      title: session.title.trim(),
      starts_at: from ?? '',
      ends_at: to ?? '',
      opens_at: moment('opens', ''),
      closes_at: moment('closes', ''),
    }
  })
  planned.forEach(({ starts_at: from, ends_at: to }, index) => {
    const overlaps = planned.some(
      (other, place) => place !== index && from && other.ends_at && to && other.starts_at <= from && from < other.ends_at,
    )
    if (overlaps) mistakes[`sessions.${index}.from`] ??= 'Sesi ini mulai sebelum sesi lain selesai.'
  })
  return { planned, mistakes }
}

/** When the sessions are, to tell whether they moved. */
export const timesOfSessions = (sessions: DraftSession[], today: string) =>
  sessions.map(({ date, from, to }) => [parseDate(date, today), parseTime(from), parseTime(to)].join(' ')).sort()

export const sessionsInWords = (sessions: DraftSession[]) =>
  sessions.map(({ title, date, from, to }) => `${title}, ${date} ${from}–${to}`).join('; ')
