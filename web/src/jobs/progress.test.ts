import { expect, test } from 'vitest'
import { progressText, talliesText } from './progress'

const START = Date.parse('2026-11-24T01:30:00Z')
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString()
const job = { state: 'started' as const, done: 3_200, total: 100_000, started_at: at(0), moved_at: at(4) }

test('a job that goes on says how far it is and how long it still takes', () => {
  expect(progressText(job, START + 5_000)).toBe('3.200 dari 100.000 baris, sekitar 2 menit 1 detik lagi.')
})

test('a job that has just begun does not guess', () => {
  expect(progressText({ ...job, done: 0, moved_at: at(0) }, START + 500)).toBe('0 dari 100.000 baris.')
})

test('a job that stands still says since when', () => {
  expect(progressText(job, START + 120_000)).toBe('3.200 dari 100.000 baris. Belum maju sejak pukul 08.30 WIB.')
})

test('a job that has ended says how', () => {
  expect(progressText({ ...job, state: 'completed', done: 100_000 }, START)).toBe(
    'Selesai pukul 08.30 WIB: 100.000 baris.',
  )
  expect(progressText({ ...job, state: 'cancelled' }, START)).toBe(
    'Dibatalkan pukul 08.30 WIB setelah 3.200 dari 100.000 baris.',
  )
})

test('only what has occurred is counted', () => {
  expect(talliesText({ created: 2_310, changed: 0, unchanged: 4, refused: 1 })).toBe('2.310 baru · 4 sama · 1 ditolak')
})
