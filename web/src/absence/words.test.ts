import { expect, test } from 'vitest'
import { dayBefore, days } from './words'

test('a span of days names both ends, a single day itself', () => {
  expect(days('2026-11-02', '2026-11-06')).toBe('2 November 2026 sampai 6 November 2026')
  expect(days('2026-11-02', '2026-11-02')).toBe('2 November 2026')
  expect(days('2026-11-02', null)).toBe('sejak 2 November 2026')
})

test('whoever is back today was away until yesterday, also on the first of a month', () => {
  expect(dayBefore('2026-12-01')).toBe('2026-11-30')
  expect(dayBefore('2027-01-01')).toBe('2026-12-31')
})
