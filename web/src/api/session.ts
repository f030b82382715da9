/**
 * Who is signed in. The access token lives here in memory for five minutes; what outlives a reload is the server's
 * refresh cookie, which no script can read.
 */
import { useSyncExternalStore } from 'react'
import { isUnreachable, Problem, problemFrom, soon, unreachable } from './problem'
import { learnServerTime, serverNow } from './server-clock'
import { address, type Answer, type Body, type Operation } from './operations'
import { actingAs, choiceKey, type Person } from './position'

export type { Person }

type Session =
  /** The page has just opened; the first refresh will tell. */
  | { state: 'unknown' }
  | { state: 'signed-in'; person: Person }
  /** Was signed in here: the page and what was typed stay, a sheet asks to sign in again. */
  | { state: 'ended'; person: Person }
  | { state: 'signed-out' }

const SIGNED_IN_HERE = 'masuk-di-sini'
const STILL_SIGNED_IN_AT = 'masih-masuk-di'
const LAST_PERSON = 'orang-terakhir'

/** Ask for a new token this long before the old one ends. */
const EARLY = 20_000

let session: Session = { state: 'unknown' }
let access: { token: string; expiresAt: number } | null = null
let refreshing: Promise<void> | null = null
const listeners = new Set<() => void>()
const otherTabs = new BroadcastChannel('trowulan-session')

export function currentSession(): Session {
  return session
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, currentSession)
}

/** Whether the person who is signed in may do something; the server decides in the end. */
export function useMay(permission: Person['permissions'][number]): boolean {
  const current = useSession()
  return 'person' in current && current.person.permissions.includes(permission)
}

/** As which position calls are made now. */
export function actingPosition(): string | null {
  return 'person' in session ? session.person.position_id : null
}

/** Act as another of one's positions from now on, in every tab of this browser. */
export function actAs(positionId: string): void {
  if (!('person' in session)) return
  localStorage.setItem(choiceKey(session.person.id), positionId)
  follow()
}

/** The server says that the position isn't held today: ask again which are, and act as the first of them. */
export async function learnPositions(): Promise<void> {
  access = null
  await refreshUnlessEnded()
}

/** Take over the choice of this browser. */
function follow(): void {
  if (!('person' in session)) return
  change({ ...session, person: chosen(session.person) })
}

function chosen(person: Answer<'portal_sign_in'>['person']): Person {
  return actingAs(person, localStorage.getItem(choiceKey(person.id)))
}

/** The code is asked for where the account has a second step: `second-step-needed`. */
export async function signIn(login: string, password: string, code = ''): Promise<void> {
  await adopt(await post('portal_sign_in', { login, password, code: code || null }))
  otherTabs.postMessage('signed-in')
}

/** Sign in by the code with which the browser came back from the issuer. */
export async function finishIssuerSignIn(code: string, state: string): Promise<void> {
  await adopt(await post('portal_finish_issuer_sign_in', { code, state }))
  otherTabs.postMessage('signed-in')
}

export async function signOut(): Promise<void> {
  const left = await post('portal_sign_out', {}, await accessToken())
  change({ state: 'signed-out' })
  if (left.issuer_name) sessionStorage.setItem(STILL_SIGNED_IN_AT, JSON.stringify(left))
  otherTabs.postMessage('signed-out')
}

/** The issuer from which the person came who has just signed out here, and where to sign out there too. */
export function stillSignedInAt(): Answer<'portal_sign_out'> | null {
  const left = sessionStorage.getItem(STILL_SIGNED_IN_AT)
  return left ? (JSON.parse(left) as Answer<'portal_sign_out'>) : null
}

/**
 * Find out at the start of a page whether someone is signed in. A browser in which nobody is signed in has no cookie to
 * refresh, so the server isn't asked. Where it can't be reached, the person who signed in here last goes on: what this
 * device keeps is theirs, and the server is asked again before it answers anything.
 */
export async function startSession(): Promise<void> {
  if (!localStorage.getItem(SIGNED_IN_HERE)) return change({ state: 'signed-out' })
  await soon(refresh()).catch((error: unknown) => {
    const person = lastPerson()
    if (session.state === 'unknown' && person && isUnreachable(error)) change({ state: 'signed-in', person })
    else if (session.state === 'unknown') throw error
  })
}

/** Be told of each change of the session. */
export function onSession(listener: () => void): () => void {
  return subscribe(listener)
}

/** A token that is good for a call now. Where the session has ended, waits until the person has signed in again. */
export async function accessToken(): Promise<string> {
  while (!access || access.expiresAt - serverNow() < EARLY) {
    if (session.state === 'ended') await signedInAgain()
    else await refreshUnlessEnded()
  }
  return access.token
}

/** The server refused this token; the next call asks for another. */
export function dropToken(token: string): void {
  if (access?.token === token) access = null
}

/** Ask anew who is signed in and what they may do, after something of it has changed. */
export async function renewSession(): Promise<void> {
  await refresh()
}

async function refreshUnlessEnded(): Promise<void> {
  await refresh().catch((error: unknown) => {
    if (session.state !== 'ended') throw error
  })
}

function refresh(): Promise<void> {
  refreshing ??= oneTabAtATime(async () => adopt(await post('portal_refresh', {})))
    .catch((error: unknown) => {
      if (error instanceof Problem && (error.status === 401 || error.status === 403)) end()
      throw error
    })
    .finally(() => (refreshing = null))
  return refreshing
}

/** Two tabs that refresh at the same moment would each spend the cookie that the other needs. */
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('trowulan-refresh', work)
}

async function adopt(answer: Answer<'portal_sign_in'>): Promise<void> {
  if ('person' in session && session.person.id !== answer.person.id) return giveWay()
  access = { token: answer.access_token, expiresAt: Date.parse(answer.expires_at) }
  const person = chosen(answer.person)
  if (localStorage.getItem(choiceKey(person.id)) !== person.position_id) {
    // Ended meanwhile: should it come back one day, it is chosen anew.
    localStorage.removeItem(choiceKey(person.id))
  }
  change({ state: 'signed-in', person })
}

/**
 * Somebody else has signed in: they get their own, empty page. Never returns, so that nothing that waits here for the
 * person before is sent in the name of the new one.
 */
async function giveWay(): Promise<never> {
  location.assign('/kerja')
  return new Promise(() => undefined)
}

function end(): void {
  change('person' in session ? { state: 'ended', person: session.person } : { state: 'signed-out' })
}

function change(next: Session): void {
  if (next.state !== 'signed-in') access = null
  if (next.state === 'signed-in') {
    localStorage.setItem(SIGNED_IN_HERE, 'ya')
    localStorage.setItem(LAST_PERSON, JSON.stringify(next.person))
    sessionStorage.removeItem(STILL_SIGNED_IN_AT)
  }
  if (next.state === 'signed-out') {
    localStorage.removeItem(SIGNED_IN_HERE)
    localStorage.removeItem(LAST_PERSON)
  }
  session = next
  for (const listener of listeners) listener()
}

function lastPerson(): Person | null {
  const kept = localStorage.getItem(LAST_PERSON)
  return kept ? chosen(JSON.parse(kept) as Answer<'portal_sign_in'>['person']) : null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function signedInAgain(): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (session.state === 'ended') return
      stop()
      resolve()
    })
  })
}

otherTabs.addEventListener('message', (event) => {
  if (event.data === 'signed-out') change({ state: 'signed-out' })
  // Where the server can't be reached, this tab stays as it is and its next call tries again.
  else if (session.state !== 'signed-in') refresh().catch(() => undefined)
})

// Another tab of the same person chose another position.
addEventListener('storage', (event) => {
  if ('person' in session && event.key === choiceKey(session.person.id)) follow()
})

async function post<Op extends Operation>(operation: Op, body: Body<Op>, token?: string): Promise<Answer<Op>> {
  const sentAt = Date.now()
  const response = await fetch(address(operation), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  }).catch(() => {
    throw unreachable()
  })
  learnServerTime(response, sentAt)
  if (!response.ok) throw await problemFrom(response)
  return (await response.json()) as Answer<Op>
}
