import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '../app/queries'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { Page } from '../ui/Page'
import { hasLookalike, SHORT_CODE_LENGTH, tidyShortCode } from '../words/parse'
import css from './TypeCodePage.module.css'
import { accepted, refused, type Verdict } from './verdict'
import { VerdictScreen } from './VerdictScreen'

/** *Pindai*: the phone's own camera reads the hall's code; whoever can't scan types the short one. */
export default function TypeCodePage() {
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const record = useCommand('eagenda_record_attendance_by_short_code')

  function send() {
    record.mutate(
      { short_code: code },
      { onSuccess: (recorded) => setVerdict(accepted(recorded)), onError: (problem) => setVerdict(refused(problem)) },
    )
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = mistakeIn(code)
    setError(wrong)
    if (!wrong) send()
  }

  function next(next: Verdict['next']) {
    setVerdict(null)
    if (next === 'done') navigate('/kerja')
    else if (next === 'retry') send()
    else setCode('')
  }

  return (
    <Page title="Pindai kehadiran" narrow>
      <section className={css.card}>
        <Icon name="scan" size={32} />
        <div>
          <h2>Pindai dengan kamera ponsel</h2>
          <p>Buka kamera ponsel Anda, arahkan ke kode QR di layar aula, lalu ketuk tautan yang muncul.</p>
        </div>
      </section>
      <form className={css.card} onSubmit={submit} noValidate>
        <Icon name="keyboard" size={32} />
        <div className={css.form}>
          <h2>Ketik kode</h2>
          <TextField
            label="Kode di layar aula"
            hint="6 karakter. Kode tidak memakai huruf O dan I maupun angka 0 dan 1."
            name="short_code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="send"
            value={code}
            onChange={(text) => {
              setCode(tidyShortCode(text))
              setError(undefined)
            }}
            error={error}
          />
          <Button type="submit" look="primary" large busy={record.isPending}>
            Catat kehadiran
          </Button>
        </div>
      </form>
      {verdict && (
        <FullScreen>
          <VerdictScreen verdict={verdict} onNext={() => next(verdict.next)} />
        </FullScreen>
      )}
    </Page>
  )
}

function mistakeIn(code: string): string | undefined {
  if (code.length < SHORT_CODE_LENGTH) return `Ketik ${SHORT_CODE_LENGTH} karakter yang tampil di layar aula.`
  if (hasLookalike(code)) return 'Kode tidak memakai O, 0, I, atau 1. Lihat lagi layar aula.'
  return undefined
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
