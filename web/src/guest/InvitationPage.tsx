import { type FormEvent, useEffect, useState } from 'react'
import { callOpenly } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { refused, type Verdict } from '../scan/verdict'
import { VerdictScreen } from '../scan/VerdictScreen'
import { SignInFrame } from '../signin/SignInFrame'
import { Button, ButtonLink } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { nameWindow } from '../ui/Page'
import { Loading, RequestId } from '../ui/states'
import { dayAndDate, sentence, span, time } from '../words/format'
import css from './Guest.module.css'
import { guestRecorded } from './guest-draft'
import { keepInvitation } from './kept-invitation'

type Invitation = Answer<'eagenda_show_guest_invitation'>

const A_DAY = 24 * 60 * 60_000
const A_MINUTE = 60_000

/** Where the personal link of an e-mail leads: what the guest is invited to, and whether they come. */
export default function InvitationPage() {
  const [token, setToken] = useState(takeToken)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    nameWindow('Undangan')
    if (!token) return
    let overtaken = false
    callOpenly('eagenda_show_guest_invitation', { token }).then(
      (shown) => {
        if (overtaken) return
        keepInvitation(shown.agenda_id, token, Date.parse(shown.closes_at) + A_DAY)
        setProblem(null)
        setInvitation(shown)
      },
      (error: unknown) => overtaken || setProblem(asProblem(error)),
    )
    return () => {
      overtaken = true
    }
  }, [token, attempt])

  useEffect(() => {
    // Another invitation, opened in this very tab, changes nothing but the fragment.
    const openAnother = () => {
      setInvitation(null)
      setToken(takeToken())
    }
    addEventListener('hashchange', openAnother)
    return () => removeEventListener('hashchange', openAnother)
  }, [])

  if (!token) {
    return (
      <SignInFrame title="Undangan">
        <p>Tautan ini tidak lengkap. Buka lagi tautan di surel undangan Anda, sampai huruf terakhirnya.</p>
      </SignInFrame>
    )
  }
  if (problem) {
    return (
      <SignInFrame title="Undangan">
        <Notice tone="warning" title={problem.message} live>
          <p>{problem.detail}</p>
          {problem.slug !== 'guest-link-ended' && <RequestId problem={problem} />}
        </Notice>
        {problem.slug !== 'guest-link-ended' && (
          <Button wide onClick={() => setAttempt(attempt + 1)}>
            Coba lagi
          </Button>
        )}
      </SignInFrame>
    )
  }
  if (!invitation) {
    return (
      <SignInFrame title="Undangan">
        <Loading rows={4} />
      </SignInFrame>
    )
  }
  return <Shown invitation={invitation} token={token} onAnswered={() => setAttempt(attempt + 1)} />
}

interface ShownProps {
  invitation: Invitation
  token: string
  onAnswered: () => void
}

function Shown({ invitation, token, onAnswered }: ShownProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const { organiser_name: organiser, organisation_name: office } = invitation
  if (verdict) {
    return (
      <main>
        <VerdictScreen
          verdict={verdict}
          onNext={() => {
            setVerdict(null)
            onAnswered()
          }}
        />
      </main>
    )
  }
  return (
    <SignInFrame title={invitation.title}>
      <p>
        Yth. {invitation.name}, {invitation.institution}
        <br />
        {sentence(`Diundang oleh ${organiser}, ${office}`)}
      </p>
      {invitation.state === 'cancelled' && (
        <Notice tone="error" title="Agenda ini dibatalkan.">
          {invitation.cancel_reason && <p>{sentence(`Alasan: ${invitation.cancel_reason}`)}</p>}
        </Notice>
      )}
      <dl className={css.facts}>
        <dt>Waktu</dt>
        <dd>
          {dayAndDate(invitation.starts_at)}, {span(invitation.starts_at, invitation.ends_at)}
        </dd>
        <dt>Tempat</dt>
        <dd>{invitation.place}</dd>
        {invitation.dress && (
          <>
            <dt>Pakaian</dt>
            <dd>{invitation.dress}</dd>
          </>
        )}
        {invitation.description && (
          <>
            <dt>Uraian</dt>
            <dd className={css.described}>{invitation.description}</dd>
          </>
        )}
      </dl>
      {invitation.online_link && (
        <ButtonLink href={invitation.online_link} newTab wide>
          Buka rapat daring
        </ButtonLink>
      )}
      {invitation.may_answer && <AnswerForm {...{ invitation, token, onAnswered }} />}
      {invitation.attended_at ? (
        <Notice tone="success" title={`Kehadiran Anda tercatat pukul ${time(invitation.attended_at)}.`} />
      ) : (
        takesAttendance(invitation) && <ComeForm token={token} onVerdict={setVerdict} />
      )}
      <section className={css.privacy} aria-label="Tentang data Anda">
        <p>
          Nama, instansi, dan surel Anda dipakai hanya untuk agenda ini (UU 27/2022 tentang Pelindungan Data Pribadi). Alamat
          surel dihapus {invitation.email_kept_days} hari sesudah agenda selesai.
        </p>
        <p>{sentence(`Untuk melihat atau memperbaiki data Anda, hubungi ${organiser}`)}</p>
      </section>
    </SignInFrame>
  )
}

/** Whether the hall takes names now; a minute early, since the page does not change by itself. */
function takesAttendance({ state, opens_at: opens, closes_at: closes }: Invitation): boolean {
  const now = serverNow()
  return state === 'scheduled' && now > Date.parse(opens) - A_MINUTE && now < Date.parse(closes)
}

function AnswerForm({ invitation, token, onAnswered }: ShownProps) {
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState(invitation.answer_reason)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { answer } = invitation

  async function send(kind: 'coming' | 'not-coming') {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await callOpenly('eagenda_answer_guest_invitation', { token, kind, reason: kind === 'coming' ? '' : reason.trim() })
      setDeclining(false)
      onAnswered()
    } catch (error) {
      setProblem(asProblem(error))
    }
    setBusy(false)
  }
  return (
    <section className={css.form} aria-labelledby="jawaban">
      <h2 id="jawaban">{answer === 'unanswered' ? 'Apakah Anda hadir?' : 'Jawaban Anda'}</h2>
      <div role="status" className={css.said}>
        {answer === 'coming' && <Notice tone="success" title="Anda menjawab: hadir." />}
        {answer === 'not-coming' && (
          <Notice tone="info" title="Anda menjawab: tidak hadir.">
            {invitation.answer_reason && <p>{sentence(`Alasan: ${invitation.answer_reason}`)}</p>}
          </Notice>
        )}
      </div>
      {problem && (
        <Notice tone="warning" title={problem.message} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {declining ? (
        <form
          className={css.form}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void send('not-coming')
          }}
        >
          <TextField
            label="Alasan"
            hint="Dibaca penyelenggara."
            optional
            autoFocus
            maxLength={200}
            value={reason}
            onChange={setReason}
          />
          <Button type="submit" look="primary" wide large busy={busy}>
            Kirim: tidak hadir
          </Button>
          <Button wide onClick={() => setDeclining(false)}>
            Kembali
          </Button>
        </form>
      ) : (
        <div className={css.answers} role="group" aria-label="Jawab undangan">
          {answer !== 'coming' && (
            <Button look="primary" wide large icon="check" busy={busy} onClick={() => void send('coming')}>
              {answer === 'unanswered' ? 'Hadir' : 'Ubah: hadir'}
            </Button>
          )}
          {answer !== 'not-coming' && (
            <Button wide large onClick={() => setDeclining(true)}>
              {answer === 'unanswered' ? 'Tidak hadir…' : 'Ubah: tidak hadir…'}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** At the hall: the camera of this phone finds the code's link, and whoever cannot scan types the letters below it. */
function ComeForm({ token, onVerdict }: { token: string; onVerdict: (verdict: Verdict) => void }) {
  const [letters, setLetters] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!letters.trim())
    if (busy || !letters.trim()) return
    setBusy(true)
    try {
      onVerdict({ ...guestRecorded(await callOpenly('eagenda_record_invited_guest', { token, code: letters })), next: 'done' })
    } catch (error) {
      onVerdict({ ...refused(asProblem(error)), next: 'retry' })
    }
    setBusy(false)
  }
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate aria-labelledby="di-tempat">
      <h2 id="di-tempat">Sudah di tempat?</h2>
      <p>Pindai kode di layar aula dengan kamera ponsel ini, atau ketik enam huruf di bawah kodenya.</p>
      <TextField
        label="Enam huruf di layar"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={letters}
        onChange={setLetters}
        error={missing && !letters.trim() ? 'Ketik enam huruf yang tampil di layar.' : undefined}
      />
      <Button type="submit" wide large busy={busy}>
        Catat kehadiran
      </Button>
    </form>
  )
}

/** As a scan's code: it leaves the address bar at once, and a reload still finds it in this entry of the history. */
function takeToken(): string {
  const fragment = location.hash.slice(1)
  if (fragment) history.replaceState({ invitation: fragment }, '', location.pathname)
  const kept: unknown = history.state
  return kept && typeof kept === 'object' && 'invitation' in kept ? String(kept.invitation) : ''
}
