/**
 * This device's key: it never leaves the device, and with it the device signs what it scans without a network. At most
 * one device of a person signs; another one asks before it takes its place.
 */
import { useSyncExternalStore } from 'react'
import { ask, command } from '../api/client'
import { asProblem } from '../api/problem'
import { deviceName } from './device-name'
import { enrolmentText } from './signed-text'
import { type DeviceKey, read, write } from './store'

/** What is known about this device and this person. */
export type Standing =
  | { is: 'unknown' }
  /** No device of this person signs yet. */
  | { is: 'none' }
  /** This one does. */
  | { is: 'own' }
  /** Another one does, and this one may ask to take its place. */
  | { is: 'other'; id: string; name: string }
  /** This one did, until it was replaced or revoked. */
  | { is: 'ended'; at: string; by: string | null; told: boolean }

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }

let standing: Standing = { is: 'unknown' }
const listeners = new Set<() => void>()

export function useStanding(): Standing {
  return useSyncExternalStore(subscribe, () => standing)
}

/** Browsers give keys to secure pages alone. */
export const canSign = () => isSecureContext && 'indexedDB' in globalThis

/** Ask the server which device of the person signs. */
export async function findStanding(personId: string): Promise<Standing> {
  const own = await read('keys', personId)
  const { items } = await ask('portal_list_devices', {})
  const active = items.find((device) => !device.ended_at)
  const here = items.find((device) => device.id === own?.id)
  if (own && here && !here.ended_at) {
    await write('keys', { ...own, enrolled: true }) // also where the answer to its enrolment was lost
    return settle({ is: 'own' })
  }
  if (own && here?.ended_at) {
    const ended = own.ended ?? { at: here.ended_at, by: active?.name ?? null, told: false }
    await write('keys', { ...own, ended })
    return settle({ is: 'ended', ...ended })
  }
  return settle(active ? { is: 'other', id: active.id, name: active.name } : { is: 'none' })
}

/** Let this device sign from now on, instead of another one where that is named. */
export async function enrol(personId: string, replaces: string | null = null): Promise<void> {
  const key = await unusedKey(personId)
  const signature = await sign(key, enrolmentText(personId, key.id))
  const { kty, crv, x, y } = await publicJwk(key.publicKey)
  const body = { public_key: { kty, crv, x, y }, signature, name: key.name, replaces }
  try {
    await command('portal_enrol_device', body, crypto.randomUUID())
  } catch (error) {
    if (asProblem(error).slug === 'another-device') await findStanding(personId)
    throw error
  }
  await write('keys', { ...key, enrolled: true })
  settle({ is: 'own' })
}

/** The person has read that this device signs no more. */
export async function takeNote(personId: string): Promise<void> {
  const key = await read('keys', personId)
  if (!key?.ended) return
  const ended = { ...key.ended, told: true }
  await write('keys', { ...key, ended })
  settle({ is: 'ended', ...ended })
}

/** The key that may sign for a person, as far as this device knows without asking. */
export async function signingKey(personId: string): Promise<DeviceKey | null> {
  if (!canSign()) return null
  const key = await read('keys', personId)
  return key?.enrolled && !key.ended ? key : null
}

/** Sign a text: r and s, base64url. */
export async function sign(key: DeviceKey, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  return base64url(await crypto.subtle.sign(SIGNING, key.privateKey, bytes))
}

function settle(next: Standing): Standing {
  standing = next
  for (const listener of listeners) listener()
  return next
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A key that was made and not enrolled, because the answer was lost, is used again; one that ended never is. */
async function unusedKey(personId: string): Promise<DeviceKey> {
  const kept = await read('keys', personId)
  if (kept && !kept.enrolled && !kept.ended) return kept
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await publicJwk(publicKey)
  // RFC 7638: the members in the order of their names.
  const members = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }))
  const id = base64url(await crypto.subtle.digest('SHA-256', members))
  const key = { personId, id, name: await deviceName(), privateKey, publicKey, enrolled: false }
  await write('keys', key)
  return key
}

async function publicJwk(key: CryptoKey) {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y } as const
}

function base64url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
