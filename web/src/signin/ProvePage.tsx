import { useEffect, useRef, useState } from 'react'
import { command } from '../api/client'
import { asProblem, type Problem } from '../api/problem'
import { startSession } from '../api/session'
import { ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { nameWindow } from '../ui/Page'
import { Loading } from '../ui/states'
import { leaveForIssuer, refusedByIssuer, tellProof } from './issuer'
import { IssuerProblem } from './IssuerButton'
import { SignInFrame } from './SignInFrame'

interface ProvePageProps {
  /** What the issuer wrote into the address; none before one has been there. */
  answer?: { code: string; state: string; error: string }
}

/** A tab of its own in which somebody proves at the issuer that it is still them; the tab before keeps what was typed. */
export default function ProvePage({ answer }: ProvePageProps) {
  const taken = useRef(false)
  const [proved, setProved] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const message = useRef<HTMLDivElement>(null)

  useEffect(() => {
    nameWindow('Pastikan ini Anda')
    if (taken.current) return
    taken.current = true
    const step = answer ? prove(answer).then(() => setProved(true)) : leaveForIssuer('/kerja', true)
    step.catch((error: unknown) => setProblem(asProblem(error)))
  }, [answer])

  useEffect(() => {
    if (problem || proved) message.current?.focus()
  }, [problem, proved])

  return (
    <SignInFrame title="Pastikan ini Anda">
      {problem && (
        <>
          <IssuerProblem problem={problem} ref={message} />
          <ButtonLink href="/masuk/buktikan" look="primary" wide>
            Ulangi
          </ButtonLink>
        </>
      )}
      {proved && (
        <Notice tone="success" title="Sudah pasti ini Anda." live ref={message}>
          <p>Tutup tab ini. Tindakan Anda dilanjutkan di tab sebelumnya.</p>
        </Notice>
      )}
      {!problem && !proved && <Loading rows={1} />}
    </SignInFrame>
  )
}

async function prove({ code, state, error }: { code: string; state: string; error: string }): Promise<void> {
  await startSession()
  if (error) throw refusedByIssuer(error)
  await command('portal_prove_at_issuer', { code, state }, crypto.randomUUID())
  tellProof()
}
