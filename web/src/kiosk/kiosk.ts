/**
 * A kiosk at work: it keeps every scan first, then sends; what the server says is the record, what the kiosk says by
 * itself holds while the server can't be asked. One page is one kiosk.
 */
import { useSyncExternalStore } from 'react'
import { askAsDevice, commandAsDevice } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem, isPassing, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { readPersonalCode } from '../code/personal-code'
import { type Judgement, judge } from './judge'
import { erase, type KeptKiosk, type KioskPerson, type KioskScan, read, readAll, type Shown, write } from './store'
import { accepted, byItself, type KioskVerdict } from './verdict'

interface State {
  /** Before the tablet has been asked nobody knows whether it is a kiosk. */
  isRead: boolean
  kiosk: KeptKiosk | null
  /** Of this agenda, the latest first. */
  scans: KioskScan[]
  offline: boolean
  lastInTouch: number | null
  /** The server doesn't know this kiosk any more. */
  problem: Problem | null
}

const EACH_FIVE_SECONDS = 5_000
const TEN_MINUTES = 10 * 60_000
/** An answer that takes longer is as good as none. */
const PATIENCE = 5_000
/** How long the person at the door waits for the server before the kiosk speaks for itself. */
const AT_THE_DOOR = 2_500
const AT_ONCE = 20
export const REVOKED = 'kiosk-revoked'
const A_DAY = 24 * 60 * 60 * 1_000

const NOTHING: State = { isRead: false, kiosk: null, scans: [], offline: false, lastInTouch: null, problem: null }

let state = NOTHING
let sending: Promise<void> | null = null
let peopleAt = 0
const listeners = new Set<() => void>()

export function useKiosk(): State {
  return useSyncExternalStore(subscribe, () => state)
}

/** Read what the tablet keeps of an agenda, and stay in touch with the server until the page is left. */
export function serve(agendaId: string): () => void {
  const left = new AbortController()
  let timer: ReturnType<typeof setTimeout>
  const round = async () => {
    if (state.kiosk && !state.problem) await keepInTouch(left.signal)
    if (!left.signal.aborted) timer = setTimeout(() => void round(), EACH_FIVE_SECONDS)
  }
  const hurry = () => {
    clearTimeout(timer)
    void round()
  }
  void load(agendaId, left.signal).then(round)
  addEventListener('online', hurry)
  return () => {
    left.abort()
    clearTimeout(timer)
    removeEventListener('online', hurry)
    peopleAt = 0
    change(NOTHING)
  }
}

/** Begin to serve with a token that the organiser was given. */
export async function begin(agendaId: string, token: string): Promise<void> {
  const kept = await read('kiosks', agendaId)
  const kiosk = { ...kept, agendaId, token }
  await write('kiosks', kiosk)
  peopleAt = 0
  change({ kiosk, problem: null, isRead: true })
  await keepInTouch(new AbortController().signal)
}

/** Stop serving on this tablet; what waits to be sent stays until it is opened again. */
export async function stop(): Promise<void> {
  if (state.kiosk) await erase('kiosks', state.kiosk.agendaId)
  change({ kiosk: null, problem: null })
}

/** Take a code that the camera or a reader saw; null for what is no personal code. */
export async function take(text: string): Promise<KioskVerdict | null> {
  const code = readPersonalCode(text)
  const { kiosk } = state
  if (!code || !kiosk?.shown) return null
  const now = serverNow()
  const judgement = await judge(code, kiosk.people ?? [], kiosk.shown, now)
  return keepAndSend(newScan(kiosk.agendaId, now, judgement.name, text), judgement)
}

/** Write somebody down by hand: chosen from the list, or by a NIP that the server looks up. */
export async function writeDown(person: KioskPerson | null, nip: string, reason: string): Promise<KioskVerdict> {
  const { kiosk } = state
  const name = person?.name ?? `NIP ${nip}`
  const byHand = { reason, nip: person ? '' : nip, personId: person?.person_id ?? '' }
  const scan = { ...newScan(kiosk?.agendaId ?? '', serverNow(), name, ''), byHand }
  return keepAndSend(scan, { is: person ? 'good' : 'unsure', name })
}

const newScan = (agendaId: string, now: number, name: string, code: string): KioskScan => ({
  nonce: crypto.randomUUID(),
  agendaId,
  scannedAt: new Date(now).toISOString(),
  code,
  name,
  state: 'waiting',
})

async function keepAndSend(scan: KioskScan, judgement: Judgement): Promise<KioskVerdict> {
  await write('scans', scan)
  change({ scans: [scan, ...state.scans] })
  if (!state.offline) {
    const waited = new Promise((resolve) => setTimeout(resolve, AT_THE_DOOR))
    await Promise.race([sendAll(), waited])
  }
  const taken = state.scans.find(({ nonce }) => nonce === scan.nonce)?.taken
  return taken ? accepted(taken) : byItself(judgement)
}

/** Send what waits, the earliest first; stops where the server can't be reached, and goes on at the next occasion. */
async function sendAll(): Promise<void> {
  // What came while a batch was on its way is sent after it.
  while (sending) await sending
  sending = sendWaiting().finally(() => (sending = null))
  return sending
}

async function sendWaiting(): Promise<void> {
  for (;;) {
    const { kiosk, scans } = state
    const batch = scans.filter((scan) => scan.state === 'waiting').slice(-AT_ONCE).reverse()
    if (!kiosk || batch.length === 0) return
    const body = { scans: batch.map(asSent) }
    try {
      const signal = AbortSignal.timeout(PATIENCE)
      const { scans: all } = await commandAsDevice('eagenda_record_kiosk_scans', body, kiosk.token, signal)
      const answered = new Map(all.map((taken) => [taken.nonce, taken]))
      for (const scan of batch) {
        const taken = answered.get(scan.nonce)
        if (!taken) return
        await settle({ ...scan, state: 'sent', taken, name: taken.person_name })
      }
      change({ offline: false, lastInTouch: serverNow() })
    } catch (error) {
      failed(error)
      return
    }
  }
}

const asSent = ({ nonce, scannedAt, code, byHand }: KioskScan) => ({
  nonce,
  scanned_at: scannedAt,
  code,
  by_hand: byHand ? { reason: byHand.reason, nip: byHand.nip, person_id: byHand.personId } : null,
})

async function settle(scan: KioskScan): Promise<void> {
  await write('scans', scan)
  const scans = state.scans.map((each) => (each.nonce === scan.nonce ? scan : each))
  const { kiosk } = state
  // Counted at once; the next answer of the server tells of those who came otherwise.
  const counted = kiosk?.shown && scan.taken?.outcome === 'recorded' && counting(kiosk, kiosk.shown)
  change(counted ? { scans, kiosk: counted } : { scans })
}

const counting = (kiosk: KeptKiosk, shown: Shown): KeptKiosk => ({
  ...kiosk,
  shown: { ...shown, present_count: shown.present_count + 1 },
})

/** Ask what the agenda says now, now and then whom it invites, and send what waits. */
async function keepInTouch(signal: AbortSignal): Promise<void> {
  const { kiosk } = state
  if (!kiosk) return
  try {
    const shown = await askAsDevice('eagenda_show_kiosk', {}, kiosk.token, soon(signal))
    await renew(signal, { shown })
    change({ offline: false, lastInTouch: serverNow() })
    await sendAll()
    if (Date.now() - peopleAt > TEN_MINUTES) {
      const people = await askPeople(kiosk.token, signal)
      peopleAt = Date.now()
      await renew(signal, { people })
    }
  } catch (error) {
    if (!signal.aborted) failed(error)
  }
}

async function renew(signal: AbortSignal, part: { shown?: Shown; people?: KioskPerson[] }): Promise<void> {
  if (signal.aborted || !state.kiosk) return
  const kiosk = { ...state.kiosk, ...part }
  const isChanged = part.people || JSON.stringify(part.shown) !== JSON.stringify(state.kiosk.shown)
  if (isChanged) await write('kiosks', kiosk)
  change({ kiosk })
}

async function askPeople(token: string, signal: AbortSignal): Promise<KioskPerson[]> {
  const people: KioskPerson[] = []
  let cursor: string | null = null
  do {
    const parameters: { cursor?: string } = cursor ? { cursor } : {}
    const page: Answer<'eagenda_list_kiosk_people'> = await askAsDevice(
      'eagenda_list_kiosk_people',
      parameters,
      token,
      soon(signal),
    )
    people.push(...page.items)
    cursor = page.next_cursor
  } while (cursor)
  return people
}

const soon = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)])

function failed(error: unknown): void {
  const isLate = error instanceof DOMException && error.name === 'TimeoutError'
  if (isLate || isPassing(error)) return change({ offline: true })
  const problem = asProblem(error)
  if (problem.slug === REVOKED) void forget()
  change({ problem })
}

/** A tablet that was lost keeps no names: neither of those invited nor of those it saw, who are not taken any more. */
async function forget(): Promise<void> {
  const { kiosk, scans } = state
  change({ kiosk: null, scans: [] })
  if (kiosk) await erase('kiosks', kiosk.agendaId)
  for (const { nonce } of scans) await erase('scans', nonce)
}

async function load(agendaId: string, signal: AbortSignal): Promise<void> {
  const kiosk = (await read('kiosks', agendaId)) ?? null
  // The names of an agenda that is over serve nothing any more.
  const over = ({ shown }: KeptKiosk) => shown && Date.now() - Date.parse(shown.closes_at) > A_DAY
  for (const old of (await readAll('kiosks')).filter(over)) await erase('kiosks', old.agendaId)
  const all = await readAll('scans')
  const isOld = ({ state, scannedAt }: KioskScan) => state === 'sent' && Date.now() - Date.parse(scannedAt) > A_DAY
  for (const { nonce } of all.filter(isOld)) await erase('scans', nonce)
  const scans = all
    .filter((scan) => scan.agendaId === agendaId && !isOld(scan))
    .sort((one, other) => other.scannedAt.localeCompare(one.scannedAt))
  if (!signal.aborted) change({ kiosk, scans, isRead: true })
}

function change(part: Partial<State>): void {
  state = { ...state, ...part }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
