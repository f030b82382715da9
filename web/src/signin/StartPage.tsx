import { useEffect } from 'react'
import { Redirect } from 'wouter'
import { callOpenly } from '../api/client'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { PasswordField, TextField } from '../ui/Field'
import { nameWindow } from '../ui/Page'
import { CodeField, PASSWORD_HINT } from './CodeField'
import css from './SignIn.module.css'
import { SignInFrame } from './SignInFrame'
import { SignInRefusal } from './SignInRefusal'
import { useComingIn } from './use-coming-in'

/** The beginning of an office: its first administrator comes in by the code that `make init` has printed. */
export default function StartPage() {
  const session = useSession()
  const { submit, field, busy, problem, message } = useComingIn(
    { code: '', name: '', login: '', password: '' },
    (typed) => callOpenly('portal_set_up_office', typed),
  )

  useEffect(() => nameWindow('Mulai'), [])

  if (session.state === 'signed-in') return <Redirect to="/administrasi" replace />
  return (
    <SignInFrame title="Mulai Trowulan">
      <p>Anda menjadi administrator kabupaten yang pertama. Akun lain Anda buka sesudahnya.</p>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        {problem && <SignInRefusal problem={problem} ref={message} />}
        <CodeField
          label="Kode penyiapan"
          hint="Delapan suku kata yang dicetak make init di server."
          {...field('code', 'Isi kode penyiapan.')}
        />
        <TextField label="Nama lengkap" autoComplete="name" {...field('name', 'Isi nama lengkap Anda.')} />
        <TextField
          label="NIP atau surel"
          hint="Dipakai untuk masuk."
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...field('login', 'Isi NIP atau surel Anda.')}
        />
        <PasswordField
          label="Kata sandi"
          hint={PASSWORD_HINT}
          name="new-password"
          autoComplete="new-password"
          {...field('password', 'Isi kata sandi.')}
        />
        <Button type="submit" look="primary" wide busy={busy}>
          Mulai sebagai administrator
        </Button>
      </form>
    </SignInFrame>
  )
}
