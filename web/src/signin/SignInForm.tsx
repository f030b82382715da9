import { type FormEvent, useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '../api/problem'
import { signIn } from '../api/session'
import { Button } from '../ui/Button'
import { PasswordField, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useSignInWays } from './issuer'
import { IssuerButton } from './IssuerButton'
import { SecondStepField } from './SecondStepField'
import css from './SignIn.module.css'
import { SignInRefusal } from './SignInRefusal'

interface SignInFormProps {
  /** Where the person goes after signing in at the issuer; none for a page that must stay as it is. */
  goingTo?: string
}

/** Sign in with NIP or e-mail and password, or at the issuer where there is one. */
export function SignInForm({ goingTo }: SignInFormProps) {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  /** What the second step asks for; null where it asked for nothing yet. */
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const ways = useSignInWays()
  const message = useRef<HTMLDivElement>(null)
  /** Where there is nothing else to do and no keyboard that would slide over the page, one types at once. */
  const [onPageOfItsOwn] = useState(() => goingTo !== undefined && matchMedia('(pointer: fine)').matches)

  useEffect(() => {
    if (problem) message.current?.focus()
  }, [problem])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = !login.trim() || !password || code?.trim() === ''
    setMissing(incomplete)
    if (incomplete || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await signIn(login.trim(), password, code?.trim())
    } catch (error) {
      const refused = asProblem(error)
      if (refused.slug === 'second-step-needed' && code === null) setCode('')
      else setProblem(refused)
      setBusy(false)
    }
  }

  return (
    <>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {ways?.awaits_set_up && (
          <Notice tone="info" title="Trowulan ini belum punya administrator.">
            <p>
              <a href="/mulai">Mulai dengan kode penyiapan</a> yang dicetak di server.
            </p>
          </Notice>
        )}
        {problem && <SignInRefusal problem={problem} ref={message} />}
        <TextField
          label="NIP atau surel"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus={onPageOfItsOwn}
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
        {code !== null && (
          <SecondStepField
            value={code}
            onChange={setCode}
            error={missing && !code.trim() ? 'Isi kode dari aplikasi autentikator.' : undefined}
          />
        )}
        <Button type="submit" look="primary" wide busy={busy}>
          Masuk
        </Button>
      </form>
      {ways?.issuer_name && <IssuerButton name={ways.issuer_name} goingTo={goingTo} />}
    </>
  )
}
