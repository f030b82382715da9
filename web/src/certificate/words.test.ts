import { expect, test } from 'vitest'
import { asSubjects, faultsOf, hoursOf, hoursTogether } from './words'

test('lesson hours are whole numbers from 1 to 200', () => {
  expect(['1', ' 4 ', '200'].map(hoursOf)).toEqual([1, 4, 200])
  expect(['', '0', '201', '1,5', '-2', 'dua', '1e2'].map(hoursOf)).toEqual([0, 0, 0, 0, 0, 0, 0])
})

test('a row says field by field what it lacks', () => {
  expect(faultsOf({ title: ' ', hours: '2' })).toEqual({ title: 'Isi materinya.' })
  expect(faultsOf({ title: 'Praktik', hours: 'dua' })).toEqual({ hours: 'Isi angka 1 sampai 200.' })
  expect(faultsOf({ title: 'Praktik', hours: '2' })).toEqual({})
})

test('what is typed is added up, and sent trimmed', () => {
  const rows = [
    { title: ' Kebijakan ', hours: '2' },
    { title: 'Praktik', hours: '4 ' },
  ]
  expect(hoursTogether(rows)).toBe(6)
  expect(asSubjects(rows)).toEqual([
    { title: 'Kebijakan', hours: 2 },
    { title: 'Praktik', hours: 4 },
  ])
})
