import { describe, expect, test } from 'vitest'
import { DESA } from './desa'
import { HEIGHT, KECAMATAN, WIDTH } from './kecamatan'
import { isOnMap, kecamatanAt, ringsOf, toGlobe, toPlane } from './plane'

test('the map has eighteen kecamatan with three hundred and four desa', () => {
  expect(KECAMATAN).toHaveLength(18)
  expect(DESA).toHaveLength(304)
  expect(new Set(DESA.map(({ kecamatan }) => kecamatan)).size).toBe(18)
})

test("nearly every desa's middle lies in its own kecamatan", () => {
  const elsewhere = DESA.filter((desa) => kecamatanAt(desa) !== desa.kecamatan)
  expect(elsewhere.map(({ name }) => name).length).toBeLessThanOrEqual(3)
})

describe('where a point lies:', () => {
  test.each([
    ['Museum Trowulan', -7.5595, 112.3808, 'Trowulan'],
    ['Pendopo in the city, which is none of its kecamatan', -7.4706, 112.4401, null],
    ['Surabaya', -7.2575, 112.7521, null],
    ['London', 51.5, -0.1, null],
  ])('%s', (_, latitude, longitude, kecamatan) => {
    expect(kecamatanAt({ latitude, longitude })).toBe(kecamatan)
  })
})

test('the plane leads back to the globe, within a tenth of a metre', () => {
  const point = { latitude: -7.5509, longitude: 112.3837 }
  expect(toGlobe(toPlane(point))).toEqual(point)
  expect([isOnMap(point), isOnMap({ latitude: 7.55, longitude: 112.38 })]).toEqual([true, false])
})

test('no outline leaves the map', () => {
  for (const [x, y] of KECAMATAN.flatMap(({ outline }) => ringsOf(outline).flat())) {
    expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true)
  }
})
