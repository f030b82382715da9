import { useEffect } from 'react'
import { Redirect } from 'wouter'
import { callOpenly } from '../api/client'
import { useSession } from '../api/session'
import { Button, ButtonLink } from '../ui/Button'
import { PasswordField, TextField } from '../ui/Field'
import { nameWindow } from '../ui/Page'
import { CodeField, PASSWORD_HINT } from './CodeField'
import css from './SignIn.module.css'
import { SignInFrame } from './SignInFrame'
import { SignInRefusal } from './SignInRefusal'
import { useComingIn } from './use-coming-in'

/** Choose a password by the code that somebody has handed over: the first one, or a new one for a forgotten one. */
export default function ChoosePasswordPage() {
  const session = useSession()
  const { submit, field, busy, problem, message } = useComingIn({ login: '', code: '', password: '' }, (typed) =>
    callOpenly('portal_choose_password', typed),
  )

  useEffect(() => nameWindow('Pilih kata sandi'), [])

  if (session.state === 'signed-in') return <Redirect to="/kerja" replace />
  return (
    <SignInFrame title="Pilih kata sandi">
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && <SignInRefusal problem={problem} ref={message} />}
        <TextField
          label="NIP atau surel"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...field('login', 'Isi NIP atau surel Anda.')}
        />
        <CodeField
          label="Kode"
          hint="Lima suku kata dari administrator OPD Anda, misalnya ba-ki-do-lu-me."
          {...field('code', 'Isi kode dari administrator OPD Anda.')}
        />
        <PasswordField
          label="Kata sandi baru"
          hint={PASSWORD_HINT}
          name="new-password"
          autoComplete="new-password"
          {...field('password', 'Isi kata sandi baru.')}
        />
        <Button type="submit" look="primary" wide busy={busy}>
          Simpan dan masuk
        </Button>
      </form>
      <ButtonLink href="/masuk" look="text">
        Kembali ke halaman Masuk
      </ButtonLink>
    </SignInFrame>
  )
}
