/**
 * *Antrean kirim*: scans made without a network, signed by this device and sent in their order once there is one. Each is
 * sent under a key of its own, so that the server takes it once.
 */
import { useSyncExternalStore } from 'react'
import { command } from '../api/client'
import { type Answer, type Body } from '../api/operations'
import { asProblem, isPassing, type Problem } from '../api/problem'
import { positionFor } from '../api/position'
import { currentSession, useSession } from '../api/session'
import type { Position } from '../map/position'
import { time } from '../words/format'
import { sign, signingKey } from './device'
import { scanText } from './signed-text'
import { erase, type KeptScan, readAll, write } from './store'

export type { KeptScan }

/** What was seen in the hall: a link names its agenda, typed letters don't. */
export interface Seen {
  agendaId: string | null
  code: string
  /** Whether the meeting wants to know where the phone is: its link says so. */
  asksPosition?: boolean
}

interface Queue {
  /** In the order in which they were scanned; those of all who use this device. */
  scans: KeptScan[]
  /** The one on its way now. */
  sending: string | null
  /** Whether the device has been asked; before that nobody knows what waits. */
  isRead: boolean
}

const SENDING = 'trowulan-antrean-kirim'
/** What was sent is shown for a day, then it is an old story. */
const SHOWN_FOR = 24 * 60 * 60 * 1_000
/** Nothing was decided on the scan itself: the session has ended, the position too, or the network has gone again. */
const NOT_YET = ['not-signed-in', 'session-ended', 'position-not-held']

let queue: Queue = { scans: [], sending: null, isRead: false }
const listeners = new Set<() => void>()
const otherTabs = new BroadcastChannel(SENDING)

/** What the person who is signed in has kept here. */
export function useQueue() {
  const { scans, sending, isRead } = useSyncExternalStore(subscribe, () => queue)
  const session = useSession()
  const own = scansOf('person' in session ? session.person.id : '', scans)
  return {
    scans: own,
    sending,
    isRead,
    waiting: own.filter(({ state }) => state === 'waiting').length,
    refused: own.filter(({ state }) => state === 'refused').length,
  }
}

/** How many scans of a person wait here, whoever is signed in. */
export async function countWaiting(personId: string): Promise<number> {
  await load()
  return scansOf(personId, queue.scans).filter(({ state }) => state === 'waiting').length
}

/** Keep a scan; null where this device has no key that may sign for the person. */
export async function keep(seen: Seen): Promise<KeptScan | null> {
  const session = currentSession()
  if (!('person' in session)) return null
  const key = await signingKey(session.person.id)
  if (!key) return null
  const { id: personId, position_id: positionId } = session.person
  const { agendaId, code } = seen
  const scan = { agendaId, code, nonce: crypto.randomUUID(), personId, scannedAt: new Date().toISOString() }
  const signature = await sign(key, scanText(scan))
  const kept: KeptScan = { ...scan, ...(positionId && { positionId }), deviceId: key.id, signature, state: 'waiting' }
  await store(kept)
  return kept
}

/** Sign a kept scan anew with where the phone is; one that has been sent meanwhile is sent again, and is still one. */
export async function keepPosition(scan: KeptScan, position: Position): Promise<null> {
  const key = await signingKey(scan.personId)
  if (!key) return null
  const signature = await sign(key, scanText({ ...scan, position }))
  await navigator.locks.request(SENDING, () => store({ ...scan, position, signature, state: 'waiting' }))
  void sendAll()
  return null
}

/** Send what waits, in order; stops where nothing can be sent now, and goes on at the next occasion. */
export async function sendAll(): Promise<void> {
  await navigator.locks.request(SENDING, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    await load()
    try {
      for (const scan of waiting()) {
        change({ sending: scan.nonce })
        const settled = await send(scan)
        if (!settled) return
        await store(settled)
      }
    } finally {
      change({ sending: null })
    }
  })
}

/** Take a scan off the list: one that was refused, or that one doesn't want to send. */
export async function drop(nonce: string): Promise<void> {
  await erase('scans', nonce)
  await load()
  otherTabs.postMessage('changed')
}

/** Read the list from the device. */
export async function load(): Promise<void> {
  const scans = (await readAll('scans')).sort((one, other) => one.scannedAt.localeCompare(other.scannedAt))
  const old = scans.filter(({ state, scannedAt }) => state === 'sent' && Date.now() - Date.parse(scannedAt) > SHOWN_FOR)
  for (const { nonce } of old) await erase('scans', nonce)
  change({ scans: scans.filter((scan) => !old.includes(scan)), isRead: true })
}

const scansOf = (personId: string, scans: KeptScan[]) => scans.filter((scan) => scan.personId === personId)

/** Only what the signed-in person kept: nothing is sent in another's name. */
function waiting(): KeptScan[] {
  const session = currentSession()
  const own = 'person' in session ? scansOf(session.person.id, queue.scans) : []
  return own.filter(({ state }) => state === 'waiting')
}

/** Send one; null where it has to wait. */
async function send(scan: KeptScan): Promise<KeptScan | null> {
  const body: Body<'eagenda_submit_kept_scan'> = {
    agenda_id: scan.agendaId,
    code: scan.code,
    nonce: scan.nonce,
    scanned_at: scan.scannedAt,
    device_id: scan.deviceId,
    signature: scan.signature,
    // Left out where there is none, as older pages do: what they sent is sent again under the same key.
    ...((scan.position && { position: scan.position }) as { position: Position | null }),
  }
  // With its position it is another body, which needs another key.
  const key = scan.position ? `${scan.nonce}-lokasi` : scan.nonce
  try {
    const session = currentSession()
    const position = 'person' in session ? positionFor(scan.positionId, session.person) : null
    return { ...scan, ...outcome(await command('eagenda_submit_kept_scan', body, key, position)) }
  } catch (error) {
    const problem = asProblem(error)
    return isPassing(problem) || NOT_YET.includes(problem.slug) ? null : { ...scan, ...refusal(problem) }
  }
}

function outcome(taken: Answer<'eagenda_submit_kept_scan'>): Pick<KeptScan, 'state' | 'said'> {
  const { agenda_title: title, state, attended_at: at, reason } = taken
  switch (state) {
    case 'waiting':
      return { state: 'sent', said: { title, detail: 'Menunggu konfirmasi penyelenggara.' } }
    case 'confirmed':
      return { state: 'sent', said: { title, detail: at ? `Sudah hadir pukul ${time(at)}.` : 'Sudah dikonfirmasi.' } }
    case 'rejected':
      return { state: 'refused', said: { title, detail: `Ditolak penyelenggara: ${reason ?? 'tanpa alasan'}` } }
  }
}

const refusal = (problem: Problem): Pick<KeptScan, 'state' | 'said'> => ({
  state: 'refused',
  said: { title: problem.message, detail: problem.detail },
})

async function store(scan: KeptScan): Promise<void> {
  await write('scans', scan)
  await load()
  otherTabs.postMessage('changed')
}

function change(part: Partial<Queue>): void {
  queue = { ...queue, ...part }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

otherTabs.addEventListener('message', () => void load())
