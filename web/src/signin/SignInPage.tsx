import { useEffect } from 'react'
import { Link, Redirect, useSearchParams } from 'wouter'
import { startSession, stillSignedInAt, useSession } from '../api/session'
import { Notice } from '../ui/Notice'
import { nameWindow } from '../ui/Page'
import { returnPath } from './return-path'
import css from './SignIn.module.css'
import { SignInForm } from './SignInForm'
import { SignInFrame } from './SignInFrame'

export default function SignInPage() {
  const session = useSession()
  const [search] = useSearchParams()

  useEffect(() => {
    nameWindow('Masuk')
    // Someone who is still signed in is sent on; where the server can't be reached the form itself will say so.
    if (session.state === 'unknown') startSession().catch(() => undefined)
  }, [session.state])

  const goingTo = returnPath(search, location.origin)
  if (session.state === 'signed-in') return <Redirect to={goingTo} replace />
  const left = stillSignedInAt()
  return (
    <SignInFrame title="Masuk">
      {left && <SignedOut issuer={left.issuer_name} signOutUrl={left.issuer_sign_out_url} />}
      <SignInForm goingTo={goingTo} />
      <details className={css.help}>
        <summary>Lupa kata sandi atau belum punya?</summary>
        <p>
          Punya kode? <Link href="/kata-sandi">Pilih kata sandi dengan kode</Link>.
        </p>
        <p>Belum punya kode? Minta kepada administrator OPD Anda, langsung atau lewat telepon. Kode berlaku 3 hari.</p>
      </details>
    </SignInFrame>
  )
}

/** Signing out here ends our session alone; on a shared computer the issuer's own matters too. */
function SignedOut({ issuer, signOutUrl }: { issuer: string | null; signOutUrl: string | null }) {
  return (
    <Notice tone="info" title="Anda sudah keluar dari Trowulan.">
      <p>
        Di {issuer} Anda mungkin masih masuk.{' '}
        {signOutUrl ? (
          <a href={signOutUrl}>Keluar juga dari {issuer}</a>
        ) : (
          'Tutup peramban ini bila komputer dipakai bersama.'
        )}
      </p>
    </Notice>
  )
}
