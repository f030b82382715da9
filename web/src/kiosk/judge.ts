/** What a kiosk knows of a code by itself, without a network: whose it is, whether it is of now, who signed it. */
import { ageOf, type PersonalCode } from '../code/personal-code'
import { personalCodeText } from '../offline/signed-text'
import { time } from '../words/format'
import type { KioskPerson, Shown } from './store'

/** good: the kiosk is as sure as the server would be; unsure: the server has to say. */
export type Judgement =
  | { is: 'good'; name: string }
  | { is: 'unsure'; name: string }
  | { is: 'bad'; name: string; slug: string; detail: string }

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

export async function judge(code: PersonalCode, people: KioskPerson[], shown: Shown, now: number): Promise<Judgement> {
  const person = people.find(({ person_id: id }) => id === code.personId)
  const name = person?.name ?? ''
  const bad = (slug: string, detail = ''): Judgement => ({ is: 'bad', name, slug, detail })
  const age = ageOf(code, now)
  if (age === 'expired') return bad('code-expired', 'Tunjukkan kode yang sedang tampil.')
  if (age === 'ahead') return bad('device-clock-wrong', 'Setel jam ponsel ke otomatis.')
  if (!person) return bad('not-invited', `Hubungi ${shown.organiser_name}, penyelenggara.`)
  const closed = closedBecause(shown, now)
  if (closed) return bad(...closed)
  // Enrolled or replaced since the list was fetched: the kiosk has no key to check it by.
  if (!person.public_key || person.device_id !== code.deviceId) return { is: 'unsure', name }
  return (await isSigned(code, person.public_key)) ? { is: 'good', name } : bad('signature-wrong', 'Buka lagi Kode saya.')
}

/** Why nobody is taken down now; null while they are. */
export function closedBecause(shown: Shown, now: number): [slug: string, detail: string] | null {
  if (shown.state === 'cancelled') return ['agenda-is-cancelled', `Hubungi ${shown.organiser_name}, penyelenggara.`]
  if (now < Date.parse(shown.opens_at)) return ['attendance-not-open', `Absensi dibuka pukul ${time(shown.opens_at)}.`]
  if (shown.state === 'closed' || now >= Date.parse(shown.closes_at)) {
    return ['attendance-over', `Absensi ditutup. Hubungi ${shown.organiser_name}, penyelenggara.`]
  }
  return null
}

async function isSigned(code: PersonalCode, { x, y }: NonNullable<KioskPerson['public_key']>): Promise<boolean> {
  try {
    const jwk = { kty: 'EC', crv: 'P-256', x, y }
    const key = await crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify'])
    const text = new TextEncoder().encode(personalCodeText(code))
    return await crypto.subtle.verify(SIGNING, key, bytesOf(code.signature), text)
  } catch {
    return false
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}
