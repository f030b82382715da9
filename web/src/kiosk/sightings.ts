/**
 * Which code before the camera is a new one. Somebody holds the phone there for seconds, in which the camera sees it a
 * dozen times and the code may change: for as long as the same person is in view they are one sighting.
 */
import { readPersonalCode } from '../code/personal-code'

/** Out of view for so long, and the same person has come again. */
const GONE_AFTER = 3_000
/** One after the other: who comes next is read once this one has seen the answer. */
const BETWEEN = 700

export class Sightings {
  private readonly lastSeen = new Map<string, number>()
  private busyUntil = 0

  /** The code to take now, if any of those in view is new; `other` where only codes of another kind are. */
  next(texts: string[], now: number): { code: string | null; other: boolean } {
    let code: string | null = null
    let ours = 0
    for (const text of texts) {
      const read = readPersonalCode(text)
      if (!read) continue
      ours += 1
      const before = this.lastSeen.get(read.personId)
      const isNew = before === undefined || now - before > GONE_AFTER
      if (isNew && (code || now < this.busyUntil)) continue
      this.lastSeen.set(read.personId, now)
      if (isNew) code = text
    }
    if (code) this.busyUntil = now + BETWEEN
    return { code, other: texts.length > 0 && ours === 0 }
  }
}
