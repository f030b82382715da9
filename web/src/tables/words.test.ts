import { expect, test } from 'vitest'
import { during, type Field, shown } from './words'

const field = (part: Partial<Field>): Field => ({
  name: 'most',
  title: 'Paling banyak',
  kind: 'number',
  unit: 'orang',
  least: 1,
  most: null,
  choices: [],
  is_key: false,
  ...part,
})

test('a value is read with its unit, in words, or by its name', () => {
  expect(shown(field({}), '1500')).toBe('1.500 orang')
  expect(shown(field({ kind: 'date' }), '2027-01-01')).toBe('1 Januari 2027')
  expect(shown(field({ kind: 'choice', choices: [{ value: 'x', title: 'Libur' }] }), 'x')).toBe('Libur')
  expect(shown(field({ kind: 'text' }), 'Nyepi')).toBe('Nyepi')
  expect(shown(field({}), undefined)).toBe('belum ada')
})

test('a row holds from a day on, and until another where its end is known', () => {
  expect(during('2027-01-01', null)).toBe('Berlaku mulai 1 Januari 2027')
  expect(during('2027-01-01', '2027-06-30')).toBe('Berlaku 1 Januari 2027 sampai 30 Juni 2027')
})
