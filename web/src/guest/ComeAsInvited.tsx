import { useEffect, useState } from 'react'
import { callOpenly } from '../api/client'
import { asProblem } from '../api/problem'
import { refused, type Verdict } from '../scan/verdict'
import { VerdictScreen } from '../scan/VerdictScreen'
import { nameWindow } from '../ui/Page'
import { Loading } from '../ui/states'
import { guestRecorded } from './guest-draft'

interface ComeAsInvitedProps {
  token: string
  code: string
  /** The personal link leads nowhere any more. */
  onEnded: () => void
}

/** A guest who was invited by e-mail scans the hall's code with the phone that opened the invitation: one step. */
export function ComeAsInvited({ token, code, onEnded }: ComeAsInvitedProps) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    nameWindow('Catat kehadiran')
    let overtaken = false
    callOpenly('eagenda_record_invited_guest', { token, code }).then(
      (recorded) => overtaken || setVerdict(guestRecorded(recorded)),
      (error: unknown) => {
        const problem = asProblem(error)
        if (overtaken) return
        if (problem.slug === 'guest-link-ended') return onEnded()
        const said = refused(problem)
        setVerdict({ ...said, next: said.next === 'retry' ? 'retry' : null })
      },
    )
    return () => {
      overtaken = true
    }
  }, [token, code, attempt, onEnded])

  return (
    <main className={verdict ? undefined : 'standing-alone'}>
      {verdict ? (
        <VerdictScreen
          verdict={verdict}
          onNext={() => {
            setVerdict(null)
            setAttempt(attempt + 1)
          }}
        />
      ) : (
        <>
          <h1>Mencatat kehadiran…</h1>
          <Loading rows={1} />
        </>
      )}
    </main>
  )
}
