/** A person's own code as it stands in a QR code, written by their phone and read by a kiosk. */

export const SLOT = 30_000
/** A code is worth its slot and the one after it. */
const WORTH = 2 * SLOT
/** Two clocks that are set by the network differ by no more. */
const AHEAD = 5_000
const FORM = 'tkh1'

export interface PersonalCode {
  personId: string
  deviceId: string
  slot: number
  signature: string
}

export const slotAt = (now: number) => Math.floor(now / SLOT)

export function writePersonalCode({ personId, deviceId, slot, signature }: PersonalCode): string {
  return [FORM, personId, deviceId, slot, signature].join('.')
}

/** What a code says, or null for any other that hangs before the camera. */
export function readPersonalCode(text: string): PersonalCode | null {
  const [form, personId, deviceId, slot, signature, ...more] = text.split('.')
  if (form !== FORM || !personId || !deviceId || !slot || !signature || more.length || !/^\d{1,9}$/.test(slot)) return null
  return { personId, deviceId, slot: Number(slot), signature }
}

/** Whether a code is of now, of an earlier minute, or of a time to come. */
export function ageOf({ slot }: Pick<PersonalCode, 'slot'>, now: number): 'current' | 'expired' | 'ahead' {
  const began = slot * SLOT
  if (began > now + AHEAD) return 'ahead'
  return now >= began + WORTH ? 'expired' : 'current'
}
