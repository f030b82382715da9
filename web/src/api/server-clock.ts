/**
 * The server's time as this device can know it. A hall's codes and a token's end are the server's moments; a phone
 * whose clock is ten minutes off must still show and judge them rightly.
 */

const HALF_A_SECOND = 500
/** The Date header has whole seconds, so that smaller differences are noise and would make a countdown jump. */
const NOISE = 1_500

let offset = 0
let known = false

/** Learn from an answer's Date header. */
export function learnServerTime(response: Response, sentAt: number): void {
  const date = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(date)) return
  const measured = date + HALF_A_SECOND - (sentAt + Date.now()) / 2
  if (known && Math.abs(measured - offset) < NOISE) return
  offset = measured
  known = true
}

export function serverNow(): number {
  return Date.now() + offset
}

/** How many milliseconds this device's clock is behind the server's (negative: ahead). */
export function deviceLag(): number {
  return offset
}
