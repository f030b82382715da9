import { expect, test } from 'vitest'
import { deviceLag, learnServerTime, serverNow } from './server-clock'

/** An answer that left the server so many milliseconds from this device's now. */
function answer(aheadBy: number): Response {
  return new Response(null, { headers: { date: new Date(Date.now() + aheadBy).toUTCString() } })
}

test("the server's time is known from its answers, whatever this device's clock says", () => {
  expect(deviceLag()).toBe(0)

  learnServerTime(answer(600_000), Date.now())

  expect(Math.abs(serverNow() - Date.now() - 600_000)).toBeLessThan(1_000)
})

test('a difference below the precision of the header changes nothing, so that no countdown jumps', () => {
  const before = deviceLag()

  learnServerTime(answer(600_900), Date.now())

  expect(deviceLag()).toBe(before)
})

test('an answer without a date teaches nothing', () => {
  const before = deviceLag()

  learnServerTime(new Response(null), Date.now())

  expect(deviceLag()).toBe(before)
})
