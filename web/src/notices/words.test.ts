import { expect, test } from 'vitest'
import { quietHours, when } from './words'

/** 08.30 WIB on a Tuesday. */
const NOW = Date.parse('2026-11-24T01:30:00Z')

test('a notice says how long ago, then when', () => {
  expect(when('2026-11-24T01:29:30Z', NOW)).toBe('baru saja')
  expect(when('2026-11-24T01:18:00Z', NOW)).toBe('12 menit lalu')
  expect(when('2026-11-23T23:10:00Z', NOW)).toBe('pukul 06.10 WIB')
  expect(when('2026-11-23T01:00:00Z', NOW)).toBe('Senin, 23 November 2026, 08.00 WIB')
})

test('quiet hours are written as a span, or that there are none', () => {
  expect(quietHours(20, 6)).toBe('20.00–06.00 WIB')
  expect(quietHours(6, 6)).toBe('tidak pernah ditahan')
})
