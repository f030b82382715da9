import { expect, test } from 'vitest'
import * as say from './format'

/** 09.30 in Jakarta. */
const MORNING = '2026-11-24T02:30:00Z'
/** Already the 25th in Jakarta, still the 24th in UTC. */
const AFTER_MIDNIGHT = '2026-11-24T17:15:07Z'

test('a date is written in Indonesian, by the day in Jakarta', () => {
  expect(say.longDate(MORNING)).toBe('24 November 2026')
  expect(say.dayAndDate(MORNING)).toBe('Selasa, 24 November 2026')
  expect(say.shortDate(MORNING)).toBe('24 Nov 2026')
  expect(say.dayAndMonth(MORNING)).toBe('24 Nov')
  expect(say.shortWeekday(MORNING)).toBe('Sel')
  expect(say.longDate(AFTER_MIDNIGHT)).toBe('25 November 2026')
  expect(say.isoDate(AFTER_MIDNIGHT)).toBe('2026-11-25')
})

test('a time has a dot, 24 hours and its zone', () => {
  expect(say.time(MORNING)).toBe('09.30 WIB')
  expect(say.time(AFTER_MIDNIGHT)).toBe('00.15 WIB')
  expect(say.clockWithSeconds(AFTER_MIDNIGHT)).toBe('00.15.07')
})

test('a span names its zone once and its dates only where they differ', () => {
  expect(say.span('2026-11-24T01:30:00Z', '2026-11-24T03:00:00Z')).toBe('08.30–10.00 WIB')
  expect(say.span('2026-11-24T15:00:00Z', AFTER_MIDNIGHT)).toBe('24 Nov 2026 22.00 – 25 Nov 2026 00.15 WIB')
})

test('a week or a month says what differs, once', () => {
  expect(say.monthAndYear('2026-11-24')).toBe('November 2026')
  expect(say.daySpan('2026-11-23', '2026-11-29')).toBe('23–29 November 2026')
  expect(say.daySpan('2026-11-30', '2026-12-06')).toBe('30 Nov – 6 Des 2026')
  expect(say.daySpan('2026-12-28', '2027-01-03')).toBe('28 Des 2026 – 3 Jan 2027')
})

test('a date field shows day, month, year', () => {
  expect(say.typedDate('2026-11-24')).toBe('24/11/2026')
})

test('thousands are parted by dots', () => {
  expect(say.number(1250)).toBe('1.250')
  expect(say.outOf(128, 1210)).toBe('128 dari 1.210')
})

test('what remains is said in minutes and seconds', () => {
  expect(say.remaining(252_000)).toBe('4 menit 12 detik')
  expect(say.remaining(120_000)).toBe('2 menit')
  expect(say.remaining(86_401_000)).toBe('1 hari')
  expect(say.remaining(9_000_000)).toBe('2 jam 30 menit')
  expect(say.remaining(11_200)).toBe('12 detik')
  expect(say.remaining(-5)).toBe('1 detik')
})

test('a sentence that ends with an academic title has one stop', () => {
  expect(say.sentence('Hubungi Siti Aminah, M.T.')).toBe('Hubungi Siti Aminah, M.T.')
  expect(say.sentence('Hubungi Siti Aminah')).toBe('Hubungi Siti Aminah.')
})

test('a NIP is parted into its four groups and a masked one left alone', () => {
  expect(say.nip('198609262015051001')).toBe('19860926 201505 1 001')
  expect(say.nip('1986••••••••••1001')).toBe('1986••••••••••1001')
  expect(say.telephone('+6281234567890')).toBe('0812-3456-7890')
  expect(say.telephone('+628•••••••890')).toBe('08••-••••-•890')
  expect(say.telephone('+6561234567')).toBe('+656-1234-567')
})
