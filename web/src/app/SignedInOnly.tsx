import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Redirect } from 'wouter'
import { asProblem, type Problem } from '../api/problem'
import { type Person, startSession, useSession } from '../api/session'
import { signInPath } from '../signin/return-path'
import { Failure } from '../ui/states'
import { SignInSheet } from './SignInSheet'

/** What stands behind sign-in. When a session ends, the page and its fields stay under a sheet that asks to sign in. */
export function SignedInOnly({ children }: { children: (person: Person) => ReactNode }) {
  const session = useSession()
  const wasSignedIn = useRef(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const start = useCallback(() => {
    setProblem(null)
    startSession().catch((error: unknown) => setProblem(asProblem(error)))
  }, [])

  useEffect(() => {
    if (session.state === 'unknown') start()
    if (session.state === 'signed-in') wasSignedIn.current = true
    // Signed out, here or in another tab: a fresh document keeps nothing of what this person saw.
    if (session.state === 'signed-out' && wasSignedIn.current) location.assign('/masuk')
  }, [session.state, start])

  switch (session.state) {
    case 'unknown':
      return problem && <main className="standing-alone"><Failure problem={problem} onRetry={start} /></main>
    case 'signed-out':
      return wasSignedIn.current ? null : (
        <Redirect to={signInPath(location.pathname + location.search)} replace />
      )
    case 'signed-in':
      return children(session.person)
    case 'ended':
      return (
        <>
          {children(session.person)}
          <SignInSheet person={session.person} />
        </>
      )
  }
}
