import { expect, test } from 'vitest'
import { GOLONGAN, rank, term } from './words'

test('a term says since when, and until when where it ends', () => {
  expect(term('2024-03-01', null)).toBe('sejak 1 Maret 2024')
  expect(term('2024-03-01', '2026-06-30')).toBe('1 Maret 2024 sampai 30 Juni 2026')
})

test('a class is named as people know it, and one of earlier data as it is', () => {
  expect(rank('III.a')).toBe('Eselon III.a')
  expect(rank('')).toBe('')
  expect(rank('staf')).toBe('staf')
})

test('there are seventeen grades of each kind of employee', () => {
  expect(GOLONGAN.filter((it) => it.includes('/'))).toHaveLength(17)
  expect(GOLONGAN.filter((it) => !it.includes('/'))).toHaveLength(17)
})
