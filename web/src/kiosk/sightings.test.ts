import { describe, expect, it } from 'vitest'
import { Sightings } from './sightings'

const code = (person: string, slot = 1) => `tkh1.${person}.perangkat.${slot}.ttd`

describe('sightings', () => {
  it('takes a phone that is held before the camera once, also when its code changes', () => {
    const sightings = new Sightings()
    const taken = [0, 100, 2_000, 4_000].map((now) => sightings.next([code('a', now < 2_000 ? 1 : 2)], now).code)
    expect(taken).toEqual([code('a'), null, null, null])
  })

  it('takes it again once it has been away', () => {
    const sightings = new Sightings()
    sightings.next([code('a')], 0)
    expect(sightings.next([], 2_000).code).toBeNull()
    expect(sightings.next([code('a')], 3_001).code).toBe(code('a'))
  })

  it('takes two who are in view one after the other', () => {
    const sightings = new Sightings()
    const both = [code('a'), code('b')]
    expect([0, 100, 700, 800].map((now) => sightings.next(both, now).code)).toEqual([code('a'), null, code('b'), null])
  })

  it('tells of other codes only where no personal one is in view', () => {
    const sightings = new Sightings()
    expect(sightings.next(['https://contoh.example'], 0)).toEqual({ code: null, other: true })
    expect(sightings.next(['https://contoh.example', code('a')], 0).other).toBe(false)
  })
})
