import { describe, expect, test } from 'vitest'
import { asPosition } from './position'

const HERE = { latitude: -7.47220049, longitude: 112.4346, accuracy: 12.3 }

test('a position is rounded to a tenth of a metre, and its doubt up', () => {
  expect(asPosition(HERE)).toEqual({ latitude: -7.4722, longitude: 112.4346, accuracy_metres: 13 })
})

describe('what cannot be is no position:', () => {
  test.each([
    { accuracy: 0 },
    { accuracy: -5 },
    { accuracy: Number.NaN },
    { accuracy: 100_001 },
    { latitude: Number.NaN },
    { latitude: 112.4346 },
    { longitude: Number.POSITIVE_INFINITY },
  ])('%o', (wrong) => {
    expect(asPosition({ ...HERE, ...wrong })).toEqual({ failed: 'unknown' })
  })
})
