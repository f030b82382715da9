import { expect, test } from 'vitest'
import { deed, deviceClock } from './health'

test('a clock that differs by less than a minute is well', () => {
  expect(deviceClock(0).judgement).toBe('well')
  expect(deviceClock(-59_000).judgement).toBe('well')
})

test('a clock that differs by more says by how much, and in which direction', () => {
  expect(deviceClock(90_000)).toMatchObject({ says: '1 menit 30 detik lebih lambat dari jam server', judgement: 'watch' })
  expect(deviceClock(-600_000)).toMatchObject({ says: '10 menit lebih cepat dari jam server', judgement: 'bad' })
})

test('a function without a name of the office is shown by its own', () => {
  expect(deed('portal_sweep_journal')).toBe('Meneruskan peristiwa yang tertinggal')
  expect(deed('sijamed_new_thing')).toBe('sijamed_new_thing')
})
