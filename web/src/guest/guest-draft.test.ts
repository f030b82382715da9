import { expect, test } from 'vitest'
import { EMPTY, guestRecorded, mistakesFrom, mistakesIn, written } from './guest-draft'

const RATNA = { name: ' Bu Ratna ', institution: 'PT Angin Timur', position: '', telephone: ' ' }

test('name and institution are needed, the rest is not', () => {
  expect(Object.keys(mistakesIn(EMPTY))).toEqual(['name', 'institution'])
  expect(mistakesIn(RATNA)).toEqual({})
})

test('what is sent is trimmed, and no number is no number', () => {
  expect(written(RATNA)).toEqual({ name: 'Bu Ratna', institution: 'PT Angin Timur', position: '', telephone: null })
})

test('an objection stands at its field, and one that concerns none at the name', () => {
  const detail = 'Tulis nomor lengkap.'
  expect(mistakesFrom([{ pointer: '/form/telephone', detail }])).toEqual({ telephone: detail })
  expect(mistakesFrom([{ pointer: '/ticket', detail }])).toEqual({ name: detail })
})

test('who was recorded is thanked and told when, and who sent twice is told the first time', () => {
  const recorded = {
    agenda_title: 'Rapat SPBE',
    place: 'Pendopo',
    name: 'Bu Ratna',
    attended_at: '2026-11-24T01:57:00Z',
    already: false,
  }
  const first = guestRecorded(recorded)
  expect([first.word, first.name, first.next]).toEqual(['HADIR TERCATAT', 'Bu Ratna', null])
  expect(first.lines).toContain('24 November 2026, 08.57 WIB')
  expect(guestRecorded({ ...recorded, already: true }).word).toBe('SUDAH TERCATAT')
})
