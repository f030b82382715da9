import { describe, expect, test } from 'vitest'
import { geoLink, metres, readPoint, writePoint, WRONG_POINT } from './point'

const POINT = { latitude: -7.4722, longitude: 112.4346 }

describe('a point is read as people write it:', () => {
  test.each([
    '-7.4722, 112.4346',
    '-7,4722, 112,4346',
    '-7,4722 112,4346',
    '-7.4722,112.4346',
    '-7,4722; 112,4346',
    '−7,4722, 112,4346',
    '  -7.4722°, 112.4346° ',
    'geo:-7.4722,112.4346?z=17',
    'https://www.google.com/maps/@-7.4722,112.4346,17z',
    'https://maps.google.com/?q=-7.4722%2C112.4346',
    'https://www.openstreetmap.org/?mlat=1&q=-7.4722,112.4346',
  ])('%s', (text) => {
    expect(readPoint(text)).toEqual({ point: POINT, mistake: null })
  })
})

test('and is read again as it is written', () => {
  expect(writePoint(POINT)).toBe('-7,4722, 112,4346')
  expect(readPoint(writePoint(POINT)).point).toEqual(POINT)
})

test('swapped coordinates are told, turned round', () => {
  expect(readPoint('112.4346, -7.4722').mistake).toBe('Lintang dan bujur tertukar. Tulis -7,4722, 112,4346.')
})

describe('no point is', () => {
  test.each(['', 'Pendopo', '7', '-7, 112', '-97.1, 200.2', 'NaN, NaN', '-7.4722'])('%s', (text) => {
    expect(readPoint(text)).toEqual({ point: null, mistake: WRONG_POINT })
  })
})

test('a link opens the maps of the phone', () => {
  expect(geoLink(POINT)).toBe('geo:-7.4722,112.4346?q=-7.4722,112.4346')
})

test('distances are written as everywhere', () => {
  expect([metres(25), metres(999), metres(1_000), metres(14_802)]).toEqual(['25 m', '999 m', '1,0 km', '14,8 km'])
})
