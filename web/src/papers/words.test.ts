import { expect, test } from 'vitest'
import { fileName, stateOf, yearsUpTo } from './words'

test('a number becomes a name that every disk takes', () => {
  expect(fileName('800.1.13/15/416-114/2026')).toBe('surat-keterangan-800.1.13-15-416-114-2026.pdf')
})

test('the register offers this year first and none before there was one', () => {
  expect(yearsUpTo(2028)).toEqual([2028, 2027, 2026])
})

test('each state of a number has its word', () => {
  expect(stateOf('taken')[1]).toBe('Belum terbit')
  expect(stateOf('issued')[1]).toBe('Terbit')
  expect(stateOf('cancelled')[1]).toBe('Batal')
  expect(stateOf('withdrawn')[1]).toBe('Dicabut')
})
