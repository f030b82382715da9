import { describe, expect, test } from 'vitest'
import { hasLookalike, momentInJakarta, parseDate, parseTime, tidyShortCode } from './parse'

const TODAY = '2026-11-24'

describe('a typed date', () => {
  test.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-26', '2026-11-24'],
    ['1.2.2027', '2027-02-01'],
    ['24 nov', '2026-11-24'],
    ['25 November 2026', '2026-11-25'],
    ['17 agustus 2027', '2027-08-17'],
    [' 3 Mei 2027 ', '2027-05-03'],
    ['29/2/2028', '2028-02-29'],
  ])('%s is understood', (text, date) => {
    expect(parseDate(text, TODAY)).toBe(date)
  })

  test('without a year is the coming one', () => {
    expect(parseDate('23 nov', TODAY)).toBe('2027-11-23')
    expect(parseDate('1 jan', TODAY)).toBe('2027-01-01')
  })

  test('of a day that was is the last one without a year', () => {
    expect(parseDate('23 nov', TODAY, true)).toBe('2026-11-23')
    expect(parseDate('25 nov', TODAY, true)).toBe('2025-11-25')
    expect(parseDate('24/11/2027', TODAY, true)).toBe('2027-11-24')
  })

  test.each(['', '24', '31/2/2026', '29/2/2027', '24/13/2026', '0/1/2026', '24 xyz', '24/11/2', 'besok', '1 2 3 4'])(
    '%s is refused',
    (text) => {
      expect(parseDate(text, TODAY)).toBeNull()
    },
  )
})

describe('a typed time', () => {
  test.each([
    ['9', '09.00'],
    ['9.30', '09.30'],
    ['09:30', '09.30'],
    ['0930', '09.30'],
    ['930', '09.30'],
    ['00.00', '00.00'],
    ['13.05 WIB', '13.05'],
  ])('%s is understood', (text, time) => {
    expect(parseTime(text)).toBe(time)
  })

  test.each(['', '24.00', '9.60', '9.3', 'pagi', '12345'])('%s is refused', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})

test('a date and a time in Jakarta are one moment in UTC', () => {
  expect(momentInJakarta('2026-11-24', '09.30')).toBe('2026-11-24T02:30:00Z')
  expect(momentInJakarta('2026-11-25', '06.59')).toBe('2026-11-24T23:59:00Z')
})

test('a short code loses what people add to read it', () => {
  expect(tidyShortCode('k7m-2pq')).toBe('K7M2PQ')
  expect(tidyShortCode(' k7 m2 pq\nx')).toBe('K7M2PQ')
})

test('signs that look alike are never part of a short code', () => {
  expect(hasLookalike('K7M2P0')).toBe(true)
  expect(hasLookalike('KIM2PQ')).toBe(true)
  expect(hasLookalike('L7M2PQ')).toBe(false)
})
