import { expect, test } from 'vitest'
import { daysToSnooze, nextInPlace, urgency } from './words'

/** 08.30 WIB on a Tuesday. */
const NOW = Date.parse('2026-11-24T01:30:00Z')

test('a task says how near its deadline is, in words', () => {
  const words = (due: string | null) => urgency(due, NOW).word
  expect(words(null)).toBe('Tanpa batas')
  expect(words('2026-11-23T01:00:00Z')).toBe('Lewat 1 hari')
  expect(words('2026-11-24T01:00:00Z')).toBe('Lewat hari ini')
  expect(words('2026-11-24T09:00:00Z')).toBe('Hari ini 16.00 WIB')
  expect(words('2026-11-24T17:30:00Z')).toBe('Besok')
  expect(words('2026-12-31T16:59:00Z')).toBe('Batas 31 Des')
  expect(words('2027-01-31T16:59:00Z')).toBe('Batas 31 Jan 2027')
})

test('a task is put off until tomorrow or Monday, never past its deadline', () => {
  const days = (due: string | null, now = NOW) => daysToSnooze(due, now).map(({ day }) => day)
  expect(days(null)).toEqual(['2026-11-25', '2026-11-30'])
  expect(days('2026-11-27T09:00:00Z')).toEqual(['2026-11-25'])
  expect(days('2026-11-24T09:00:00Z')).toEqual([])
  expect(days(null, Date.parse('2026-11-29T02:00:00Z')), 'on a Sunday both are one day').toEqual(['2026-11-30'])
})

test('when a task is done the next one stands in its place', () => {
  const items = [{ id: 'a' }, { id: 'c' }]
  expect(nextInPlace(items, 'c', 0)?.id).toBe('c')
  expect(nextInPlace(items, 'b', 1)?.id).toBe('c')
  expect(nextInPlace(items, 'd', 2)?.id).toBe('c')
  expect(nextInPlace([], 'a', 0)).toBeUndefined()
})
