import { describe, expect, test } from 'vitest'
import { addMonths, beginsOn, dayByKey, daysShown, hoursOn, on, step } from './days'

const meeting = (starts_at: string, ends_at: string) => ({ starts_at, ends_at })

/** 22.00 to 02.00 in Jakarta. */
const NIGHT = meeting('2026-11-24T15:00:00Z', '2026-11-24T19:00:00Z')
/** 22.00 to midnight in Jakarta. */
const UNTIL_MIDNIGHT = meeting('2026-11-24T15:00:00Z', '2026-11-24T17:00:00Z')
/** From 08.00 on Tuesday to 16.00 on Thursday. */
const THREE_DAYS = meeting('2026-11-24T01:00:00Z', '2026-11-26T09:00:00Z')

describe('the days that a view shows', () => {
  test('a month is whole weeks from Monday to Sunday, never more than the server answers at once', () => {
    const november = daysShown('month', '2026-11-24')
    expect([november[0], november.at(-1), november.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    expect(daysShown('month', '2027-02-10')).toHaveLength(28)
  })

  test('a week begins on Monday', () => {
    const week = daysShown('week', '2026-11-29')
    expect([week[0], week.at(-1)]).toEqual(['2026-11-23', '2026-11-29'])
  })

  test('a step is one month, week or day', () => {
    expect(step('month', '2026-01-31', 1)).toBe('2026-02-28')
    expect(step('week', '2026-11-24', -1)).toBe('2026-11-17')
    expect(step('day', '2026-12-31', 1)).toBe('2027-01-01')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  test('keys lead through days, weeks and months', () => {
    const to = (key: string) => dayByKey(key, '2026-11-24')
    expect([to('ArrowRight'), to('ArrowDown'), to('Home'), to('End'), to('PageDown'), to('a')]).toEqual([
      '2026-11-25',
      '2026-12-01',
      '2026-11-23',
      '2026-11-29',
      '2026-12-24',
      null,
    ])
  })
})

describe('a meeting in a calendar', () => {
  test('stands on each day that it touches in Jakarta, and on no other', () => {
    const days = daysShown('week', '2026-11-24')
    const touched = (entry: typeof NIGHT) => days.filter((day) => on([entry], day).length > 0)
    expect(touched(NIGHT)).toEqual(['2026-11-24', '2026-11-25'])
    expect(touched(UNTIL_MIDNIGHT)).toEqual(['2026-11-24'])
    expect(touched(THREE_DAYS)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
  })

  test('says which hours of the day it takes', () => {
    expect(hoursOn(UNTIL_MIDNIGHT, '2026-11-24')).toBe('22.00–00.00')
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => hoursOn(THREE_DAYS, day))).toEqual([
      'mulai 08.00',
      'sepanjang hari',
      'sampai 16.00',
    ])
    expect(beginsOn(NIGHT, '2026-11-25')).toBe('lanjutan')
  })
})
