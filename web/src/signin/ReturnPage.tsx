import { useEffect, useRef, useState } from 'react'
import { Redirect } from 'wouter'
import { asProblem, type Problem } from '../api/problem'
import { finishIssuerSignIn, startSession, useSession } from '../api/session'
import { ButtonLink } from '../ui/Button'
import { nameWindow } from '../ui/Page'
import { Loading } from '../ui/states'
import { cameToProve, goingTo, refusedByIssuer } from './issuer'
import { IssuerProblem } from './IssuerButton'
import ProvePage from './ProvePage'
import { SignInFrame } from './SignInFrame'

/** The way back from the issuer, whether to sign in or to prove once more who is signed in. */
export default function ReturnPage() {
  const [proving] = useState(() => (cameToProve() ? takeAnswer() : null))
  return proving ? <ProvePage answer={proving} /> : <SignInReturn />
}

/** Its code is exchanged for our own session at once. */
function SignInReturn() {
  const session = useSession()
  const taken = useRef(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    nameWindow('Masuk')
    if (taken.current) return
    taken.current = true
    finish(takeAnswer()).catch((error: unknown) => setProblem(asProblem(error)))
  }, [])

  useEffect(() => {
    if (problem) message.current?.focus()
  }, [problem])

  if (session.state === 'signed-in') return <Redirect to={goingTo()} replace />
  return (
    <SignInFrame title="Masuk">
      {problem ? (
        <>
          <IssuerProblem problem={problem} ref={message} />
          <ButtonLink href="/masuk" look="primary" wide>
            Kembali ke halaman Masuk
          </ButtonLink>
        </>
      ) : (
        <Loading rows={1} />
      )}
    </SignInFrame>
  )
}

interface IssuersAnswer {
  code: string
  state: string
  error: string
}

async function finish({ code, state, error }: IssuersAnswer): Promise<void> {
  if (error) throw refusedByIssuer(error)
  try {
    await finishIssuerSignIn(code, state)
  } catch (refusal) {
    // Reached by the browser's way back, long after: whoever is signed in goes on.
    await startSession().catch(() => undefined)
    throw refusal
  }
}

/** The answer leaves the address bar at once, for an address is shown, copied and shared. */
function takeAnswer(): IssuersAnswer {
  const told = new URLSearchParams(location.search)
  history.replaceState(null, '', location.pathname)
  return { code: told.get('code') ?? '', state: told.get('state') ?? '', error: told.get('error') ?? '' }
}
