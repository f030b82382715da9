/**
 * *Denyut*: once an hour the device that signs tells, signed, that it is in touch and that its clock is right. So a scan
 * that it makes without a network soon after is known to come from a key and a clock that were there before.
 */
import { command } from '../api/client'
import { sign, signingKey } from './device'
import { heartbeatText } from './signed-text'

const AN_HOUR = 60 * 60 * 1_000

/** When the next is due, kept so that a reload is no reason to beat. */
const nextOf = (personId: string) => `denyut:${personId}`

/** Beat, unless it was done within the hour; the server keeps no more than one an hour either. */
export async function beat(personId: string): Promise<void> {
  if (Date.now() < Number(localStorage.getItem(nextOf(personId)))) return
  const key = await signingKey(personId)
  if (!key) return
  localStorage.setItem(nextOf(personId), String(Date.now() + AN_HOUR))
  const at = new Date().toISOString()
  const signature = await sign(key, heartbeatText(personId, key.id, at))
  const body = { device_id: key.id, at, signature }
  // Where it fails, the next hour tries again: nothing depends on a single one.
  await command('portal_send_heartbeat', body, crypto.randomUUID()).catch(() => undefined)
}
