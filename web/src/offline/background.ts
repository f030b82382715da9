/** What goes on behind every page, once the first one stands: the portal on the device, its key, its queue. */
import { currentSession, onSession } from '../api/session'
import { canSign, enrol, findStanding } from './device'
import { beat } from './heartbeat'
import { keepOnDevice } from './new-version'
import { load, sendAll } from './queue'

const HALF_A_MINUTE = 30_000

/** Phones and tablets scan; a computer on a desk becomes the device only when its owner says so. */
const SCANS = '(pointer: coarse)'

let known = ''

export function workInTheBackground(): void {
  void keepOnDevice().catch(() => undefined)
  if (!canSign()) return
  void load().then(follow)
  onSession(follow)
  addEventListener('online', follow)
  // The network may be there and the server not; a phone may also wake without telling.
  setInterval(() => document.hidden || follow(), HALF_A_MINUTE)
}

function follow(): void {
  const session = currentSession()
  if (!('person' in session)) return
  const { person } = session
  // What was kept goes first: a phone that is in touch and still keeps a scan would speak against it.
  const signedIn = session.state === 'signed-in'
  void sendAll().then(() => (signedIn ? beat(person.id) : undefined)).catch(() => undefined)
  if (session.state === 'signed-in' && person.permissions.includes('agenda.attend') && known !== person.id) {
    known = person.id
    // Where the server can't be reached now, the next occasion tries again.
    meetDevice(person.id)
      .then(() => beat(person.id))
      .catch(() => (known = ''))
  }
}

async function meetDevice(personId: string): Promise<void> {
  const standing = await findStanding(personId)
  if (standing.is === 'none' && matchMedia(SCANS).matches) await enrol(personId)
}
