import { describe, expect, test } from 'vitest'
import { coverOf, type Hall, slotAt } from './codes'

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`)

const HALL: Hall = {
  agenda_id: 'a1',
  title: 'Rapat Koordinasi',
  place: 'Pendopo',
  starts_at: '2026-11-24T02:00:00Z',
  ends_at: '2026-11-24T04:00:00Z',
  opens_at: '2026-11-24T01:30:00Z',
  closes_at: '2026-11-24T04:00:00Z',
  state: 'scheduled',
  slot_seconds: 30,
  codes: [
    { starts_at: '2026-11-24T02:00:00Z', link: 'https://contoh/h/a1#satu', short_code: 'AAAAAA' },
    { starts_at: '2026-11-24T02:00:30Z', link: 'https://contoh/h/a1#dua', short_code: 'BBBBBB' },
  ],
  present_count: 1,
  invited_count: 3,
  guest_count: 0,
  spot_number: '',
  latest_names: [],
  sitting_title: '',
  leave_from: null,
}

test('the code rotates by the server time, without asking the server', () => {
  expect(slotAt(HALL, at('02:00:29'))?.short_code).toBe('AAAAAA')
  expect(slotAt(HALL, at('02:00:30'))?.short_code).toBe('BBBBBB')
  expect(slotAt(HALL, at('02:00:30'))?.endsAt).toBe(at('02:01:00'))
})

test('there is no code before the first and after the last that the screen holds', () => {
  expect(slotAt(HALL, at('01:59:59'))).toBeNull()
  expect(slotAt(HALL, at('02:01:00'))).toBeNull()
})

describe('the code is covered, and says why,', () => {
  const reason = (hall: Hall, now: number) => coverOf(hall, slotAt(hall, now), now)?.reason

  test('never while it counts', () => {
    expect(reason(HALL, at('02:00:10'))).toBeUndefined()
  })

  test('before attendance opens and after it closes', () => {
    expect(reason(HALL, at('01:29:59'))).toBe('Absensi dibuka pukul 08.30 WIB.')
    expect(reason(HALL, at('04:00:00'))).toBe('Absensi ditutup pukul 11.00 WIB.')
  })

  test('when the agenda was cancelled or its attendance closed', () => {
    expect(reason({ ...HALL, state: 'cancelled' }, at('02:00:10'))).toContain('dibatalkan')
    expect(reason({ ...HALL, state: 'closed' }, at('02:00:10'))).toContain('ditutup penyelenggara')
  })

  test('when the screen was offline for longer than its codes last', () => {
    expect(reason(HALL, at('02:01:00'))).toContain('luring')
  })
})
