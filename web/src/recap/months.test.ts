import { expect, test } from 'vitest'
import { monthsOf, monthSpan, percent } from './months.ts'

const asked = (query: string) => monthsOf(new URLSearchParams(query), '2026-11-26')

test('an address that asks for nothing shows this year until now', () => {
  expect(asked('')).toEqual({ year: 2026, first_month: 1, last_month: 11 })
  expect(asked('tahun=2025')).toEqual({ year: 2025, first_month: 1, last_month: 12 })
})

test('a span that ends before it begins is its last month, and nonsense is passed over', () => {
  expect(asked('dari=9&sampai=3')).toEqual({ year: 2026, first_month: 3, last_month: 3 })
  expect(asked('tahun=1999&dari=x&sampai=13')).toEqual({ year: 2026, first_month: 1, last_month: 11 })
})

test('months and shares in words', () => {
  expect(monthSpan({ year: 2026, first_month: 3, last_month: 3 })).toBe('Maret 2026')
  expect(monthSpan({ year: 2026, first_month: 1, last_month: 3 })).toBe('Januari–Maret 2026')
  expect(percent(13, 15)).toBe('87%')
  expect(percent(0, 0)).toBe('–')
})
