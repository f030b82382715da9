import { useEffect } from 'react'
import { Redirect, useSearchParams } from 'wouter'
import { startSession, useSession } from '../api/session'
import { nameWindow } from '../ui/Page'
import { returnPath } from './return-path'
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

  if (session.state === 'signed-in') return <Redirect to={returnPath(search, location.origin)} replace />
  return (
    <SignInFrame title="Masuk">
      <SignInForm />
    </SignInFrame>
  )
}
