import { type Ref, useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '../api/problem'
import { Button, ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { RequestId } from '../ui/states'
import { leaveForIssuer } from './issuer'
import css from './SignIn.module.css'

/**
 * *Masuk dengan …* the issuer's name. Without `goingTo` it opens *Masuk* in another tab: this one keeps what was
 * typed and goes on by itself once the person has signed in there.
 */
export function IssuerButton({ name, goingTo }: { name: string; goingTo?: string | undefined }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (problem) message.current?.focus()
  }, [problem])

  function leave(path: string) {
    setBusy(true)
    setProblem(null)
    leaveForIssuer(path).catch((error: unknown) => {
      setProblem(asProblem(error))
      setBusy(false)
    })
  }

  return (
    <div className={css.issuer}>
      <p className={css.or}>atau</p>
      {problem && <IssuerProblem problem={problem} ref={message} />}
      {goingTo === undefined ? (
        <ButtonLink href="/masuk" wide newTab>
          Masuk dengan {name} di tab baru
        </ButtonLink>
      ) : (
        <Button wide busy={busy} onClick={() => leave(goingTo)}>
          Masuk dengan {name}
        </Button>
      )}
    </div>
  )
}

/** Why signing in at the issuer did not work, and what to do. */
export function IssuerProblem({ problem, ref }: { problem: Problem; ref: Ref<HTMLDivElement> }) {
  return (
    <Notice tone="error" title={problem.message} live ref={ref}>
      {problem.detail && <p>{problem.detail}</p>}
      <RequestId problem={problem} />
    </Notice>
  )
}
