import { describe, expect, test } from 'vitest'
import { type Agenda, check, countPeople, type Draft, draftOf, EMPTY, hasMoved, invitedIds, merged, mistakesFrom, timesOf } from './draft'

const NOW = Date.parse('2026-11-24T01:00:00Z')

const GOOD: Draft = {
  ...EMPTY,
  title: ' Rapat Koordinasi SPBE ',
  date: '25 nov',
  from: '9',
  to: '11.30',
  place: 'Pendopo Graha Majatama',
  invited: [{ person_id: 'p1', name: 'Siti Aminah', position_title: 'Analis', organisation_name: 'Diskominfo' }],
}

test('a complete draft becomes the command, in UTC', () => {
  expect(check(GOOD, NOW).agenda).toEqual({
    kind: 'rapat',
    title: 'Rapat Koordinasi SPBE',
    description: '',
    place: 'Pendopo Graha Majatama',
    room_id: null,
    online_link: '',
    dress: '',
    starts_at: '2026-11-25T02:00:00Z',
    ends_at: '2026-11-25T04:30:00Z',
    opens_at: null,
    closes_at: null,
    invited: ['p1'],
    invited_posts: [],
    show_names: false,
    admit_guests: false,
    point: null,
    asks_position: false,
    visibility: 'internal',
    sittings: [],
    leaving_minutes: null,
  })
})

test('a place on the map is read as it was typed, and whoever asks for positions has one', () => {
  const placed = { ...GOOD, point: '-7.4722, 112.4346', radius: '150', asksPosition: true }
  const point = { latitude: -7.4722, longitude: 112.4346, radius_metres: 150 }
  expect(check(placed, NOW).agenda).toMatchObject({ point, asks_position: true })
  expect(check({ ...placed, radius: '' }, NOW).agenda).toMatchObject({ point: { ...point, radius_metres: null } })
  expect(check({ ...placed, point: '' }, NOW).agenda).toMatchObject({ point: null, asks_position: false })
})

test('a place on the map that is none is told at its field', () => {
  expect(check({ ...GOOD, point: 'Pendopo' }, NOW).mistakes).toEqual({
    point: 'Titik tidak dikenal. Tulis lintang dan bujur, misalnya -7,4722, 112,4346.',
  })
  expect(check({ ...GOOD, point: '-7,47, 112,43', radius: 'dekat' }, NOW).mistakes).toEqual({
    radius: 'Isi radius dalam meter, misalnya 200.',
  })
  expect(mistakesFrom([{ pointer: '/point/radius_metres', detail: 'Radius antara 25 dan 5000 meter.' }])).toEqual({
    radius: 'Radius antara 25 dan 5000 meter.',
  })
})

test('an empty draft says all that is missing at once', () => {
  expect(Object.keys(check(EMPTY, NOW).mistakes ?? {})).toEqual(['title', 'date', 'from', 'to', 'place', 'invited'])
})

describe('a draft is not ready', () => {
  test.each<[string, Partial<Draft>, keyof Draft]>([
    ['when its date is no date', { date: '31/2/2027' }, 'date'],
    ['when its time is no time', { from: 'pagi' }, 'from'],
    ['when it ends before it begins', { to: '8.30' }, 'to'],
    ['when it has begun already', { date: '24/11/2026', from: '7.30' }, 'from'],
    ['when attendance closes before it opens', { opens: '9.00', closes: '8.30' }, 'closes'],
    ['when an optional time is no time', { opens: '25.00' }, 'opens'],
    ['when its link is no page', { onlineLink: 'javascript:alert(1)' }, 'onlineLink'],
    ['when nobody is invited', { invited: [] }, 'invited'],
    ['when it is secret and admits guests', { visibility: 'secret', admitGuests: true }, 'admitGuests'],
  ])('%s', (_, change, field) => {
    expect(Object.keys(check({ ...GOOD, ...change }, NOW).mistakes ?? {})).toEqual([field])
  })
})

test("the server's objections stand at their fields", () => {
  const errors = [
    { pointer: '/starts_at', detail: 'Sudah lewat.' },
    { pointer: '/invited/3', detail: 'Tidak dikenal.' },
    { pointer: '', detail: 'Lain-lain.' },
    { pointer: '/sittings/1/ends_at', detail: 'Terlalu lambat.' },
  ]

  expect(mistakesFrom(errors)).toEqual({
    from: 'Sudah lewat.',
    invited: 'Tidak dikenal.',
    title: 'Lain-lain.',
    'sessions.1.to': 'Terlalu lambat.',
  })
})

const AGENDA = {
  title: 'Rapat',
  description: '',
  place: 'Aula',
  starts_at: '2026-11-25T02:00:17Z',
  ends_at: '2026-11-27T04:00:00Z',
  opens_at: '2026-11-24T23:00:00Z',
  closes_at: '2026-11-27T04:00:00Z',
  show_names: true,
  admit_guests: false,
  visibility: 'internal',
  kind: 'rapat',
  dress: '',
  online_link: '',
  room: { id: 'r1', name: 'Ruang Majapahit' },
  sittings: [] as Agenda['sittings'],
  leaving_minutes: null,
} as Agenda

describe('an agenda that is edited', () => {
  test('keeps to the second what nobody touched', () => {
    const { agenda } = check({ ...draftOf(AGENDA), title: 'Rapat besar' }, NOW, AGENDA)
    const { starts_at, ends_at, opens_at, closes_at } = AGENDA
    expect(agenda).toMatchObject({ title: 'Rapat besar', starts_at, ends_at, opens_at, closes_at })
  })

  test('has a reason when it moves, and needs none otherwise', () => {
    const moved = { ...draftOf(AGENDA), from: '10' }
    expect(hasMoved({ ...draftOf(AGENDA), title: 'Lain' }, AGENDA, NOW)).toBe(false)
    expect(check(moved, NOW, AGENDA).mistakes).toEqual({ reason: 'Isi alasan perubahan waktu atau tempat.' })
    expect(check({ ...moved, reason: 'Hujan' }, NOW, AGENDA).agenda?.starts_at).toBe('2026-11-25T03:00:00Z')
  })

  test('may have begun already, as long as it is not moved into the past', () => {
    const later = Date.parse(AGENDA.starts_at) + 60_000
    expect(check(draftOf(AGENDA), later, AGENDA).mistakes).toBeNull()
    expect(check({ ...draftOf(AGENDA), from: '8', reason: 'x' }, later, AGENDA).mistakes).toHaveProperty('from')
  })

  test('ends after the day on which it begins', () => {
    expect(check({ ...draftOf(AGENDA), until: '24/11/2026', reason: 'x' }, NOW, AGENDA).mistakes).toHaveProperty('until')
  })
})

test('of two who edit, the second keeps what they typed and gets what the first changed elsewhere', () => {
  const before = draftOf(AGENDA)
  const theirs = { ...before, place: 'Pendopo', room: '', title: 'Rapat kerja', visibility: 'public' as const }

  const { draft, differences } = merged({ ...before, title: 'Rapat besar' }, before, theirs)

  expect(draft).toMatchObject({ title: 'Rapat besar', place: 'Pendopo', visibility: 'public' })
  expect(differences).toEqual([
    { field: 'title', before: 'Rapat', after: 'Rapat kerja', mine: 'Rapat besar' },
    { field: 'place', before: 'Aula', after: 'Pendopo', mine: null },
    { field: 'room', before: 'Ruang Majapahit', after: '(kosong)', mine: null },
    { field: 'visibility', before: 'Internal', after: 'Publik', mine: null },
  ])
})

test('a post is invited as a post, also while nobody holds it', () => {
  const person = { person_id: 'p1', name: 'Joko', position_title: 'Camat Puri', organisation_name: 'Kecamatan Puri' }
  const vacant = { ...person, person_id: '', name: 'Camat Jetis (kosong)', position_id: 'jetis' }
  expect(invitedIds([person, { ...person, person_id: 'p2', position_id: 'puri' }, vacant])).toEqual({
    invited: ['p1'],
    invited_posts: ['puri', 'jetis'],
  })
  expect(countPeople([person, { ...person, position_id: 'puri' }, vacant])).toBe(2)
})

test('the times are known as far as they are typed', () => {
  expect(timesOf(GOOD, NOW)).toEqual({ from: '2026-11-25T02:00:00Z', to: '2026-11-25T04:30:00Z' })
  expect(timesOf({ ...GOOD, to: '' }, NOW).to).toBeNull()
  expect(timesOf({ ...GOOD, until: '27/11/2026' }, NOW).to).toBe('2026-11-27T04:30:00Z')
})
