import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { asProblem, soon } from '../api/problem'
import { useCommand } from '../app/queries'
import type { Seen } from '../offline/queue'
import { ButtonLink } from '../ui/Button'
import card from '../ui/card.module.css'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { browserName } from './browser'
import css from './CameraPage.module.css'
import { CameraView } from './CameraView'
import type { HallLink } from './hall-link'
import { PhotoButton, type PhotoMistake } from './PhotoButton'
import { TypeCodeForm } from './TypeCodeForm'
import { refusedOrKept } from './keep'
import { acceptedHere } from './locate'
import type { Verdict } from './verdict'
import { VerdictScreen } from './VerdictScreen'

type Scan = { link: HallLink } | { shortCode: string }

const MISTAKE: Record<PhotoMistake, [title: string, way: string]> = {
  unreadable: ['Foto itu tidak dapat dibuka.', 'Pilih foto JPEG atau PNG.'],
  'no-decoder': ['Pembaca kode belum termuat.', 'Periksa jaringan, lalu pilih foto itu lagi. Atau ketik kode.'],
  'no-code': ['Tidak ada kode QR yang terbaca pada foto itu.', 'Foto layar aula dari depan, lebih dekat.'],
  'other-code': ['Itu bukan kode layar aula.', 'Arahkan ke kode QR di layar aula, atau ketik kode di bawahnya.'],
}

/** How long the calm word about another poster's code stays after it was last seen. */
const OTHER_STAYS = 3_000

/** *Pindai*: the camera reads the hall's code at once; a photo or the typed code do the same. */
export default function CameraPage() {
  const [, navigate] = useLocation()
  const [scan, setScan] = useState<Scan | null>(null)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [mistake, setMistake] = useState<PhotoMistake | null>(null)
  const [otherSeen, seeOther] = useOtherCode()
  const [round, setRound] = useState(0)
  const byLink = useCommand('eagenda_record_attendance')
  const byShortCode = useCommand('eagenda_record_attendance_by_short_code')
  const word = mistake ?? (otherSeen ? 'other-code' : null)

  function send(scan: Scan) {
    setScan(scan)
    setMistake(null)
    const sending =
      'link' in scan
        ? byLink.mutateAsync({ agenda_id: scan.link.agendaId, code: scan.link.code, browser: browserName() })
        : byShortCode.mutateAsync({ short_code: scan.shortCode, browser: browserName() })
    soon(sending)
      .then(acceptedHere, (problem) => refusedOrKept(asProblem(problem), seen(scan)))
      .then(setVerdict)
  }

  function next(next: Verdict['next']) {
    setVerdict(null)
    if (next === 'done') navigate('/kerja')
    else if (next === 'queue') navigate('/antrean-kirim')
    else if (next === 'retry' && scan) send(scan)
    else {
      setScan(null)
      setRound(round + 1)
    }
  }

  return (
    <Page
      title="Pindai kehadiran"
      narrow
      actions={
        <ButtonLink href="/kode-saya" icon="person">
          Kode saya untuk kios
        </ButtonLink>
      }
    >
      <section className={`${card.part} ${css.card}`} aria-label="Kamera">
        {scan ? <p>Mencatat kehadiran…</p> : <CameraView onFound={(link) => send({ link })} onOther={seeOther} />}
        <div role="status" className={css.word}>
          {word && (
            <Notice tone="info" title={MISTAKE[word][0]}>
              <p>{MISTAKE[word][1]}</p>
            </Notice>
          )}
        </div>
        <PhotoButton onFound={(link) => send({ link })} onMistake={setMistake} />
      </section>
      <section className={`${card.part} ${css.card}`} aria-labelledby="ketik-kode">
        <h2 id="ketik-kode">
          <Icon name="keyboard" size={24} /> Ketik kode
        </h2>
        <TypeCodeForm key={round} busy={byShortCode.isPending} onCode={(shortCode) => send({ shortCode })} />
      </section>
      {verdict && (
        <FullScreen>
          <VerdictScreen verdict={verdict} onNext={() => next(verdict.next)} />
        </FullScreen>
      )}
    </Page>
  )
}

const seen = (scan: Scan): Seen =>
  'link' in scan ? scan.link : { agendaId: null, code: scan.shortCode }

/** Whether another code was in view just now. */
function useOtherCode(): [boolean, () => void] {
  const [seen, setSeen] = useState(0)
  useEffect(() => {
    if (!seen) return
    const timer = setTimeout(() => setSeen(0), OTHER_STAYS)
    return () => clearTimeout(timer)
  }, [seen])
  return [seen > 0, () => setSeen((times) => times + 1)]
}

/** Lies over the whole window; what is below can't be reached meanwhile. */
function FullScreen({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className={css.fullScreen} aria-label="Hasil pencatatan">
      {children}
    </dialog>
  )
}
