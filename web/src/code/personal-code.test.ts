import { describe, expect, it } from 'vitest'
import { ageOf, readPersonalCode, SLOT, slotAt, writePersonalCode } from './personal-code'

const CODE = { personId: 'p-7pa8f5h82q', deviceId: 'perangkat-_1', slot: 59_000_000, signature: 'ttd-_' }

describe('a personal code', () => {
  it('is read as it was written', () => {
    expect(readPersonalCode(writePersonalCode(CODE))).toEqual(CODE)
  })

  it('is no other text', () => {
    const others = ['', 'https://contoh.example', 'tkh1.a.b.c.d', 'tkh1.a.b.1', 'tkh1.a.b.1.c.d', 'tkh1..b.1.c', 'tkh1.a.b.-1.c']
    expect(others.map(readPersonalCode)).toEqual(others.map(() => null))
  })

  it('is worth its half minute and the next, and five seconds before for a clock that is ahead', () => {
    const began = CODE.slot * SLOT
    expect(slotAt(began)).toBe(CODE.slot)
    expect([-5_001, -5_000, 0, 59_999, 60_000].map((late) => ageOf(CODE, began + late))).toEqual([
      'ahead',
      'current',
      'current',
      'current',
      'expired',
    ])
  })
})
