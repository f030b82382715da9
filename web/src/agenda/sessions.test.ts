import { describe, expect, test } from 'vitest'
import { type Agenda, check, type Draft, draftOf, EMPTY, hasMoved } from './draft'
import { daysOff, firstSessions, movedBy, runningSession } from './sessions'

const NOW = Date.parse('2026-11-24T01:00:00Z')

const BIMTEK: Draft = {
  ...EMPTY,
  title: 'Bimtek SPBE',
  date: '25/11/2026',
  until: '26/11/2026',
  from: '08.00',
  to: '16.00',
  place: 'Pendopo',
  invited: [{ person_id: 'p1', name: 'Siti Aminah', position_title: 'Analis', organisation_name: 'Diskominfo' }],
}
const DIVIDED = { ...BIMTEK, sessions: firstSessions(BIMTEK, NOW) }

test('an agenda of two days is divided into them', () => {
  expect(DIVIDED.sessions.map(({ title, date, from, to }) => [title, date, from, to])).toEqual([
    ['Hari 1', '25/11/2026', '08.00', '16.00'],
    ['Hari 2', '26/11/2026', '08.00', '16.00'],
  ])
  expect(check(DIVIDED, NOW).agenda?.sittings).toEqual([
    {
      id: '',
      title: 'Hari 1',
      starts_at: '2026-11-25T01:00:00Z',
      ends_at: '2026-11-25T09:00:00Z',
      opens_at: null,
      closes_at: null,
    },
    {
      id: '',
      title: 'Hari 2',
      starts_at: '2026-11-26T01:00:00Z',
      ends_at: '2026-11-26T09:00:00Z',
      opens_at: null,
      closes_at: null,
    },
  ])
})

test('one of a day is divided in two whose times between are asked for', () => {
  const sessions = firstSessions({ ...BIMTEK, until: '' }, NOW)
  expect(check({ ...BIMTEK, until: '', sessions }, NOW).mistakes).toEqual({
    'sessions.0.to': 'Isi jam selesai.',
    'sessions.1.from': 'Isi jam mulai.',
  })
})

test('an agenda that moves takes its sessions along, if that is wanted', () => {
  expect(daysOff(DIVIDED.sessions, '25 nov', NOW)).toBe(0)
  const days = daysOff(DIVIDED.sessions, '1/12/2026', NOW)
  expect(movedBy(days, DIVIDED.sessions, NOW).map(({ date }) => date)).toEqual(['01/12/2026', '02/12/2026'])
  expect(daysOff([], '1/12/2026', NOW)).toBe(0)
  expect(daysOff(DIVIDED.sessions, 'entah', NOW)).toBe(0)
})

describe('sessions are not ready', () => {
  test.each([
    ['when one ends before it begins', { to: '07.30' }, 'sessions.1.to'],
    ['when one begins before the agenda', { date: '24/11/2026', to: '09.00' }, 'sessions.1.from'],
    ['when one ends after the agenda', { to: '17.00' }, 'sessions.1.to'],
    ['when two are at once', { date: '25/11/2026', from: '09.00' }, 'sessions.1.from'],
    ['when one has no title', { title: ' ' }, 'sessions.1.title'],
    ['when a day is no day', { date: 'besok lusa' }, 'sessions.1.date'],
    ['when a time of attendance is none', { opens: 'pagi' }, 'sessions.1.opens'],
  ])('%s', (_, change, field) => {
    const sessions = DIVIDED.sessions.map((session, index) => (index === 1 ? { ...session, ...change } : session))
    expect(Object.keys(check({ ...DIVIDED, sessions }, NOW).mistakes ?? {})).toEqual([field])
  })
})

const NONE = { attended_at: null, left_at: null, kept_scan: null, kept_leaving: null }
const AGENDA = {
  ...check(BIMTEK, NOW).agenda,
  room: null,
  leaving_minutes: 15,
  opens_at: '2026-11-25T00:30:00Z',
  closes_at: '2026-11-26T09:15:00Z',
  sittings: [
    {
      id: 's1',
      title: 'Pagi',
      starts_at: '2026-11-25T01:00:17Z',
      ends_at: '2026-11-25T05:00:00Z',
      opens_at: '2026-11-25T00:30:17Z',
      closes_at: '2026-11-25T05:10:00Z',
      leave_from: '2026-11-25T04:45:00Z',
      present_count: 0,
      own: NONE,
    },
    {
      id: 's2',
      title: 'Siang',
      starts_at: '2026-11-25T05:10:00Z',
      ends_at: '2026-11-25T09:00:00Z',
      opens_at: '2026-11-25T05:10:00Z',
      closes_at: '2026-11-25T10:00:00Z',
      leave_from: '2026-11-25T08:45:00Z',
      present_count: 0,
      own: NONE,
    },
  ],
} as unknown as Agenda

test('what nobody touched stays to the second, and usual times of attendance stay usual', () => {
  const draft = draftOf(AGENDA)
  expect([draft.opens, draft.closes, draft.leaving]).toEqual(['', '', '15'])
  expect(draft.sessions.map(({ opens, closes }) => [opens, closes])).toEqual([
    ['', ''],
    ['', '17.00'],
  ])
  expect(check(draft, NOW, AGENDA).agenda?.sittings?.[0]).toMatchObject({ id: 's1', starts_at: '2026-11-25T01:00:17Z' })
  expect(hasMoved(draft, AGENDA, NOW)).toBe(false)
})

test('a session that moves is a move, and a new title is none', () => {
  const draft = draftOf(AGENDA)
  const changed = (part: object) => ({ ...draft, sessions: draft.sessions.map((it) => ({ ...it, ...part })) })
  expect(hasMoved(changed({ title: 'Lain' }), AGENDA, NOW)).toBe(false)
  expect(hasMoved(changed({ from: '13.00' }), AGENDA, NOW)).toBe(true)
  expect(hasMoved({ ...draft, sessions: [] }, AGENDA, NOW)).toBe(true)
})

test('the running session is the next until it closes, and the last for ever', () => {
  const at = (time: string) => runningSession(AGENDA.sittings, Date.parse(time))?.id
  expect([at('2026-11-24T00:00:00Z'), at('2026-11-25T05:10:00Z'), at('2026-12-01T00:00:00Z')]).toEqual(['s1', 's2', 's2'])
  expect(runningSession([], NOW)).toBeUndefined()
})
