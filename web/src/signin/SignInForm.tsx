import { type FormEvent, type Ref, useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '../api/problem'
import { signIn } from '../api/session'
import { Button } from '../ui/Button'
import { PasswordField, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { RequestId, useNow } from '../ui/states'
import { remaining, time } from '../words/format'
import { IssuerButton } from './IssuerButton'
import css from './SignIn.module.css'

interface SignInFormProps {
  /** Where the person goes after signing in at the issuer; none for a page that must stay as it is. */
  goingTo?: string
}

/** Sign in with NIP or e-mail and password, or at the issuer where there is one. */
export function SignInForm({ goingTo }: SignInFormProps) {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problem) message.current?.focus()
  }, [problem])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = !login.trim() || !password
    setMissing(incomplete)
    if (incomplete || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await signIn(login.trim(), password)
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }

  return (
    <>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && <Refusal problem={problem} ref={message} />}
        <TextField
          label="NIP atau surel"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onChange={setLogin}
          error={missing && !login.trim() ? 'Isi NIP atau surel Anda.' : undefined}
        />
        <PasswordField
          label="Kata sandi"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
          error={missing && !password ? 'Isi kata sandi Anda.' : undefined}
        />
        <Button type="submit" look="primary" wide busy={busy}>
          Masuk
        </Button>
      </form>
      <IssuerButton goingTo={goingTo} />
    </>
  )
}

function Refusal({ problem, ref }: { problem: Problem; ref: Ref<HTMLDivElement> }) {
  if (problem.slug === 'wrong-credentials') {
    const left = problem.count('attempts_left')
    return (
      <Notice tone="error" title="NIP/surel atau kata sandi tidak cocok." live ref={ref}>
        {left !== null && <p>Sisa {left} percobaan sebelum akun terkunci sementara.</p>}
      </Notice>
    )
  }
  if (problem.slug === 'locked-out') return <LockedOut until={problem.fact('until')} ref={ref} />
  return (
    <Notice tone="error" title={problem.message} live ref={ref}>
      {problem.detail && <p>{problem.detail}</p>}
      <RequestId problem={problem} />
    </Notice>
  )
}

function LockedOut({ until, ref }: { until: string; ref: Ref<HTMLDivElement> }) {
  const now = useNow(1_000)
  const left = Date.parse(until) - now
  if (left <= 0) {
    return <Notice tone="info" title="Kunci sudah terbuka. Silakan masuk lagi." live ref={ref} />
  }
  return (
    <Notice tone="warning" title={`Akun terkunci sampai pukul ${time(until)}.`} live ref={ref}>
      {/* Counted for the eye only: read aloud each second it would drown everything else. */}
      <p aria-hidden="true">Coba lagi dalam {remaining(left)}.</p>
    </Notice>
  )
}
