import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { command } from '../api/client'
import { asProblem, soon } from '../api/problem'
import { startSession, useSession } from '../api/session'
import { SignInOrGuest } from '../guest/SignInOrGuest'
import { nameWindow } from '../ui/Page'
import { Loading } from '../ui/states'
import { ASKS_POSITION } from './hall-link'
import { browserName } from './browser'
import { refusedOrKept } from './keep'
import { acceptedHere } from './locate'
import { NO_CODE, type Verdict } from './verdict'
import { VerdictScreen } from './VerdictScreen'

/** Where the link of a hall's QR code leads: the scan is recorded at once, after signing in where that is needed. */
export default function ScanPage({ agendaId }: { agendaId: string }) {
  const session = useSession()
  const [, navigate] = useLocation()
  const [{ code, key, asksPosition }, setScan] = useState(takeScan)
  const [attempt, setAttempt] = useState(0)
  const [verdict, setVerdict] = useState<Verdict | null>(code ? null : NO_CODE)

  useEffect(() => {
    if (!code) return
    nameWindow('Catat kehadiran')
    let overtaken = false
    const tell = (said: Verdict) => overtaken || setVerdict(said)
    const fail = (error: unknown) => refusedOrKept(asProblem(error), { agendaId, code, asksPosition }).then(tell)
    if (session.state === 'unknown') startSession().catch(fail)
    if (session.state === 'signed-in') record(agendaId, code, key).then(tell, fail)
    return () => {
      overtaken = true
    }
  }, [agendaId, code, asksPosition, key, session.state, attempt])

  useEffect(() => {
    // The next code of the same hall, opened in this very tab, changes nothing but the fragment.
    const scanAnew = () => {
      setScan(takeScan())
      setVerdict(null)
    }
    addEventListener('hashchange', scanAnew)
    return () => removeEventListener('hashchange', scanAnew)
  }, [])

  if (verdict) {
    return (
      <main>
        <VerdictScreen
          verdict={verdict}
          onNext={() => {
            if (verdict.next === 'retry') {
              setVerdict(null)
              setAttempt(attempt + 1)
            } else if (verdict.next) navigate(PATHS[verdict.next])
          }}
        />
      </main>
    )
  }
  if (session.state === 'signed-out' || session.state === 'ended') {
    return <SignInOrGuest key={code} {...{ agendaId, code, asksPosition }} />
  }
  return (
    <main className="standing-alone">
      <h1>Mencatat kehadiran…</h1>
      <Loading rows={1} />
    </main>
  )
}

const PATHS = { done: '/kerja', 'scan-again': '/pindai', queue: '/antrean-kirim' } as const

async function record(agendaId: string, code: string, key: string): Promise<Verdict> {
  return acceptedHere(await soon(command('eagenda_record_attendance', { agenda_id: agendaId, code, browser: browserName() }, key)))
}

/** A scan is its code and the key under which it is sent, the same for each try. */
const takeScan = () => ({ ...takeLink(), key: crypto.randomUUID() })

/**
 * The code stands in the fragment, which no server logs. It leaves the address bar at once, for an address is shown,
 * copied and shared; a reload still finds it in this entry of the history.
 */
function takeLink(): { code: string; asksPosition: boolean } {
  const fragment = location.hash.slice(1)
  const taken = { code: fragment, asksPosition: location.search === ASKS_POSITION }
  if (fragment) history.replaceState(taken, '', location.pathname)
  const kept: unknown = history.state
  if (!kept || typeof kept !== 'object' || !('code' in kept)) return { code: '', asksPosition: false }
  return { code: String(kept.code), asksPosition: 'asksPosition' in kept && kept.asksPosition === true }
}
