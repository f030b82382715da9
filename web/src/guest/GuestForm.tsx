import { type FormEvent, useEffect, useRef, useState } from 'react'
import { callOpenly } from '../api/client'
import { asProblem, isPassing, type Problem } from '../api/problem'
import { refused, type Verdict } from '../scan/verdict'
import { VerdictScreen } from '../scan/VerdictScreen'
import { SignInFrame } from '../signin/SignInFrame'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { nameWindow } from '../ui/Page'
import { RequestId } from '../ui/states'
import { sentence, time } from '../words/format'
import css from './Guest.module.css'
import { EMPTY, type GuestDraft, guestRecorded, type Mistakes, mistakesFrom, mistakesIn, written } from './guest-draft'
import type { ShownGuestForm } from './use-guest-form'

const TITLE = 'Isi sebagai tamu'

interface GuestFormProps {
  shown: ShownGuestForm
  onSignIn: () => void
}

/** Four fields, and what becomes of what is written in them. */
export function GuestForm({ shown, onSignIn }: GuestFormProps) {
  const [draft, setDraft] = useState<GuestDraft>(EMPTY)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const wrong = Object.keys(mistakes).length > 0
    nameWindow(wrong ? `Galat: ${TITLE}` : TITLE)
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [mistakes])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const found = mistakesIn(draft)
    setMistakes(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    setProblem(null)
    try {
      // The ticket itself makes a second sending the same guest: no key is needed.
      setVerdict(guestRecorded(await callOpenly('eagenda_record_guest', { ticket: shown.ticket, form: written(draft) })))
    } catch (error) {
      const said = asProblem(error)
      if (said.fieldErrors.length > 0) setMistakes(mistakesFrom(said.fieldErrors))
      else if (isPassing(said) || said.slug === 'too-many-guests') setProblem(said)
      else setVerdict({ ...refused(said), next: null })
      setBusy(false)
    }
  }

  const field = (name: keyof GuestDraft) => ({
    value: draft[name],
    error: mistakes[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })

  if (verdict) {
    return (
      <main>
        <VerdictScreen verdict={verdict} />
      </main>
    )
  }
  return (
    <SignInFrame title={TITLE}>
      <p>
        {shown.agenda_title}
        <br />
        {shown.place}
      </p>
      <form ref={form} className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && (
          <Notice tone="warning" title={problem.message} live>
            <p>Isian Anda tetap ada. {problem.detail}</p>
            <RequestId problem={problem} />
          </Notice>
        )}
        <TextField label="Nama lengkap" autoComplete="name" required {...field('name')} />
        <TextField label="Instansi" autoComplete="organization" required {...field('institution')} />
        <TextField label="Jabatan" autoComplete="organization-title" optional {...field('position')} />
        <TextField
          label="Nomor telepon"
          hint="Contoh: 0812-3456-7890"
          type="tel"
          autoComplete="tel"
          optional
          {...field('telephone')}
        />
        <Button type="submit" look="primary" wide large busy={busy}>
          Catat kehadiran
        </Button>
        <p className={css.until}>Kirim sebelum pukul {time(shown.until)}.</p>
      </form>
      <PrivacyNote shown={shown} />
      <Button look="text" wide onClick={onSignIn}>
        Saya punya akun
      </Button>
    </SignInFrame>
  )
}

/** What UU 27/2022 (art. 21) wants told before it is asked: by whom, for what, for how long, and whom to turn to. */
function PrivacyNote({ shown }: { shown: ShownGuestForm }) {
  return (
    <section className={css.privacy} aria-label="Tentang data Anda">
      <p>
        {shown.organisation_name} memakai data ini hanya untuk mencatat kehadiran Anda pada agenda ini (UU 27/2022 tentang
        Pelindungan Data Pribadi).
      </p>
      <p>
        Nama, instansi, dan jabatan tinggal di daftar hadir selama arsip itu disimpan. Nomor telepon hanya dilihat
        penyelenggara dan dihapus {shown.telephone_kept_days} hari sesudah agenda selesai.
      </p>
      <p>{sentence(`Untuk melihat atau memperbaiki data Anda, hubungi ${shown.organiser_name}`)}</p>
    </section>
  )
}
