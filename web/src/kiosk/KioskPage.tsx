import { useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { command } from '../api/client'
import { asProblem, Problem } from '../api/problem'
import { currentSession, startSession, useSession } from '../api/session'
import { useWakeLock } from '../hall/use-wake-lock'
import { signInPath } from '../signin/return-path'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { nameWindow } from '../ui/Page'
import { Failure, Loading } from '../ui/states'
import { number } from '../words/format'
import { begin, REVOKED, serve, stop, useKiosk } from './kiosk'
import css from './KioskPage.module.css'
import { KioskScreen } from './KioskScreen'
import { allowSound } from './sound'

const OWN_ID = 'kios-id'

/** A tablet at the door: it reads people's own codes, with a token for this agenda alone. */
export default function KioskPage({ agendaId }: { agendaId: string }) {
  const { isRead, kiosk, problem, scans } = useKiosk()
  const [started, setStarted] = useState(false)
  useEffect(() => serve(agendaId), [agendaId])
  useEffect(() => nameWindow(kiosk?.shown ? `Kios: ${kiosk.shown.title}` : 'Kios'), [kiosk?.shown])
  useWakeLock()

  const waiting = scans.filter(({ state }) => state === 'waiting').length
  if (!isRead) return <Loading />
  if (!kiosk || problem) return <Opening agendaId={agendaId} ended={problem} waiting={waiting} onStart={() => setStarted(true)} />
  if (!kiosk.shown) {
    return (
      <Frame>
        <Loading />
        <p>Menunggu jaringan untuk memuat daftar undangan…</p>
      </Frame>
    )
  }
  if (!started) return <Resuming title={kiosk.shown.title} waiting={waiting} onStart={() => setStarted(true)} />
  return <KioskScreen kiosk={{ ...kiosk, shown: kiosk.shown }} onStop={() => void stop()} />
}

interface OpeningProps {
  agendaId: string
  /** Why this tablet serves no more. */
  ended: Problem | null
  waiting: number
  onStart: () => void
}

/** The organiser opens the kiosk; from then on nobody need be signed in on the tablet. */
function Opening({ agendaId, ended, waiting, onStart }: OpeningProps) {
  const session = useSession()
  const [attended, setAttended] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    if (currentSession().state === 'unknown') startSession().catch((error: unknown) => setProblem(asProblem(error)))
  }, [])

  async function open() {
    allowSound()
    setBusy(true)
    setProblem(null)
    try {
      const body = { agenda_id: agendaId, kiosk_id: ownId(), attended }
      const { kiosk_token: token } = await command('eagenda_open_kiosk', body, crypto.randomUUID())
      await begin(agendaId, token)
      onStart()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }

  if (session.state === 'signed-out' || session.state === 'ended') {
    return <Redirect to={signInPath(`/agenda/${agendaId}/kios`)} replace />
  }
  return (
    <Frame>
      <BackLink href={`/agenda/${agendaId}`}>Agenda</BackLink>
      <h1>Buka kios kehadiran</h1>
      {ended && (
        <Notice tone="warning" title={ended.status === 401 ? 'Masa kios ini sudah berakhir.' : ended.message}>
          <p>{ended.slug === REVOKED ? ended.detail : 'Buka lagi dari akun penyelenggara.'}</p>
        </Notice>
      )}
      {waiting > 0 && <Notice tone="warning" title={`${number(waiting)} pindaian menunggu dikirim; terkirim setelah kios dibuka.`} />}
      <p>
        Letakkan perangkat ini di pintu. Kameranya membaca <b>Kode saya</b> dari ponsel peserta, juga saat jaringan putus.
        Kios hanya untuk agenda ini; setelah dibuka, Anda boleh keluar dari akun.
      </p>
      <label className={css.choice}>
        <input type="checkbox" checked={attended} onChange={(event) => setAttended(event.target.checked)} />
        <span>
          Ada petugas di kios ini
          <small>Petugas boleh mencatat peserta tanpa ponsel dengan NIP atau nama, beserta alasannya.</small>
        </span>
      </label>
      {problem && <Failure problem={problem} onRetry={() => void open()} />}
      <div>
        <Button look="primary" large icon="scan" busy={busy} onClick={() => void open()}>
          Mulai kios
        </Button>
      </div>
    </Frame>
  )
}

/** After a reload: browsers let a page sound only once somebody has pressed a button on it. */
function Resuming({ title, waiting, onStart }: { title: string; waiting: number; onStart: () => void }) {
  return (
    <Frame>
      <h1>Kios: {title}</h1>
      {waiting > 0 && <p>{number(waiting)} pindaian menunggu dikirim.</p>}
      <div>
        <Button
          look="primary"
          large
          icon="scan"
          onClick={() => {
            allowSound()
            onStart()
          }}
        >
          Lanjutkan kios
        </Button>
      </div>
    </Frame>
  )
}

function Frame({ children }: { children: React.ReactNode }) {
  return <main className={css.frame}>{children}</main>
}

/** The tablet's own id, the same at each agenda that it serves. */
function ownId(): string {
  const id = localStorage.getItem(OWN_ID) ?? crypto.randomUUID()
  localStorage.setItem(OWN_ID, id)
  return id
}
