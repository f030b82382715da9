import { describe, expect, test } from 'vitest'
import { Problem, unreachable } from '../api/problem'
import { accepted, refused } from './verdict'

const RECORDED = {
  agenda_id: 'a1',
  agenda_title: 'Rapat Koordinasi',
  place: 'Pendopo',
  person_name: 'Siti Aminah, M.T.',
  attended_at: '2026-11-24T01:57:03Z',
  already: false,
  sitting_title: '',
  left_at: null,
  leave_from: null,
  leave_until: null,
}

test('a first scan is green and says what was recorded, for whom and when', () => {
  const verdict = accepted(RECORDED)

  expect([verdict.tone, verdict.word, verdict.name]).toEqual(['success', 'HADIR TERCATAT', 'Siti Aminah, M.T.'])
  expect(verdict.lines).toContain('24 November 2026, 08.57 WIB')
})

test("a second scan is no error: it says the first one's time", () => {
  const verdict = accepted({ ...RECORDED, already: true })

  expect([verdict.tone, verdict.word]).toEqual(['info', 'SUDAH TERCATAT'])
  expect(verdict.lines).toContain('pukul 08.57 WIB, oleh Anda')
})

describe('where leaving is recorded', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}Z`)
  const leaving = { leave_from: '2026-11-24T03:45:00Z', leave_until: '2026-11-24T04:15:00Z', sitting_title: 'Materi' }

  test('whoever came is told to scan once more, and from when on', () => {
    const { lines } = accepted({ ...RECORDED, ...leaving }, at('01:57:03'))
    expect(lines).toEqual([
      'Rapat Koordinasi',
      'Sesi Materi',
      'Pendopo',
      '24 November 2026, 08.57 WIB',
      'Pindai lagi saat pulang, mulai pukul 10.45 WIB.',
    ])
  })

  test('the second scan says when they left, and a third one both times', () => {
    const left = { ...RECORDED, ...leaving, left_at: '2026-11-24T03:50:00Z' }
    const verdict = accepted(left, at('03:50:00'))
    expect([verdict.tone, verdict.word]).toEqual(['success', 'PULANG TERCATAT'])
    expect(verdict.lines).toContain('Hadir 08.57, pulang 10.50 WIB')

    const again = accepted({ ...left, already: true }, at('03:51:00'))
    expect([again.tone, again.word]).toEqual(['info', 'SUDAH TERCATAT'])
    expect(again.lines).toContain('pulang pukul 10.50 WIB')
  })

  test('after the closing nothing is added, and that is said', () => {
    const { lines } = accepted({ ...RECORDED, ...leaving, already: true }, at('04:15:00'))
    expect(lines).toContain('Jam pulang tidak tercatat: absensi sudah ditutup.')
  })
})

describe('a refusal says its name and the way out:', () => {
  test.each([
    ['code-expired', {}, 'DITOLAK: KODE KEDALUWARSA', 'Pindai kode yang sedang tampil.'],
    ['not-invited', { organiser_name: 'Budi' }, 'DITOLAK: TIDAK DIUNDANG', 'Hubungi penyelenggara: Budi.'],
    [
      'attendance-not-open',
      { opens_at: '2026-11-24T01:30:00Z' },
      'DITOLAK: BELUM DIBUKA',
      'Absensi dibuka pukul 08.30 WIB.',
    ],
    [
      'attendance-over',
      { closes_at: '2026-11-24T03:00:00Z', organiser_name: 'Budi, M.T.' },
      'DITOLAK: SUDAH DITUTUP',
      'Hubungi penyelenggara: Budi, M.T.',
    ],
    ['agenda-is-cancelled', { reason: 'Hujan' }, 'DITOLAK: AGENDA DIBATALKAN', 'Alasan: Hujan.'],
    ['record-missing', {}, 'DITOLAK: AGENDA TIDAK ADA', 'Tautan ini bukan dari layar aula yang berlaku.'],
  ])('%s', (slug, facts, word, line) => {
    const verdict = refused(new Problem({ type: `/problems/${slug}`, status: 409, ...facts }))

    expect([verdict.tone, verdict.word]).toEqual(['error', word])
    expect(verdict.lines).toContain(line)
  })
})

test('a scan that never arrived is no refusal: the same one can be sent again', () => {
  const verdict = refused(unreachable())

  expect([verdict.tone, verdict.word, verdict.next]).toEqual(['warning', 'BELUM TERKIRIM', 'retry'])
})

test("what the portal doesn't know it passes on in the server's words", () => {
  const verdict = refused(new Problem({ type: '/problems/busy', title: 'Server sedang ramai.', status: 503, instance: 'r1' }))

  expect(verdict.word).toBe('BELUM TERCATAT')
  expect(verdict.lines).toEqual(['Server sedang ramai.', 'Kode: r1'])
})
