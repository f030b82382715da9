import { expect, test } from 'vitest'
import { type Draft, EMPTY } from './draft'
import { choicesOf, repeatMistakes, ruleOf, skipsShortMonths } from './repeat'

const NOW = Date.parse('2026-11-24T01:00:00Z')
const MONDAY: Draft = { ...EMPTY, date: '30/11/2026', repeats: 'weekly', times: '20' }

test('a date offers what it is: a Monday, the fifth and last of its month, and the month’s end', () => {
  expect(choicesOf('2026-11-30', '').map(([, words]) => words)).toEqual([
    'Tidak berulang',
    'Setiap Senin',
    'Beberapa hari setiap minggu',
    'Setiap hari kerja, Senin sampai Jumat',
    'Setiap hari',
    'Setiap bulan, Senin terakhir',
    'Setiap bulan, tanggal 30',
    'Setiap bulan, hari terakhir',
  ])
  expect(choicesOf('2026-12-02', '').map(([value]) => value)).toEqual(['', 'weekly', 'days', 'workdays', 'daily', 'nth', 'date'])
  expect(choicesOf(null, '')).toEqual([['', 'Tidak berulang']])
})

test.each<[Partial<Draft>, string]>([
  [{}, 'FREQ=WEEKLY;BYDAY=MO;COUNT=20'],
  [{ every: '2' }, 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=2;COUNT=20'],
  [{ ends: 'until', lastDay: '31/12/2027' }, 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271231'],
  [{ repeats: 'days', repeatDays: ['TH', 'MO'] }, 'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=20'],
  [{ repeats: 'workdays', every: '2' }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=20'],
  [{ repeats: 'daily' }, 'FREQ=DAILY;COUNT=20'],
  [{ repeats: 'nth', date: '2/12/2026' }, 'FREQ=MONTHLY;BYDAY=1WE;COUNT=20'],
  [{ repeats: 'last' }, 'FREQ=MONTHLY;BYDAY=-1MO;COUNT=20'],
  [{ repeats: 'date' }, 'FREQ=MONTHLY;BYMONTHDAY=30;COUNT=20'],
  [{ repeats: 'end' }, 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=20'],
])('a draft with %j is the rule %s', (changed, rule) => {
  expect(ruleOf({ ...MONDAY, ...changed }, NOW)).toBe(rule)
})

test.each<[Partial<Draft>, keyof Draft]>([
  [{ times: '' }, 'times'],
  [{ times: '1' }, 'times'],
  [{ times: 'selalu' }, 'times'],
  [{ ends: 'until' }, 'lastDay'],
  [{ ends: 'until', lastDay: '31/2/2027' }, 'lastDay'],
  [{ ends: 'until', lastDay: '30/11/2026' }, 'lastDay'],
  [{ every: '0' }, 'every'],
  [{ repeats: 'days' }, 'repeatDays'],
])('a draft with %j has no end or no days: %s', (changed, field) => {
  const draft = { ...MONDAY, ...changed }
  expect(Object.keys(repeatMistakes(draft, NOW))).toEqual([field])
  expect(ruleOf(draft, NOW)).toBeNull()
})

test('what does not repeat has no rule, and the 31st leaves months out', () => {
  expect(ruleOf({ ...MONDAY, repeats: '' }, NOW)).toBeNull()
  expect(skipsShortMonths({ ...MONDAY, repeats: 'date' }, '2026-12-31')).toBe(true)
  expect(skipsShortMonths({ ...MONDAY, repeats: 'date' }, '2026-12-28')).toBe(false)
})
