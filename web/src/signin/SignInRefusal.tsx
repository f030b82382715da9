import type { Ref } from 'react'
import type { Problem } from '../api/problem'
import { Notice } from '../ui/Notice'
import { RequestId, useNow } from '../ui/states'
import { remaining, time } from '../words/format'

/** Why somebody who isn't signed in yet was refused, and what to do. */
export function SignInRefusal({ problem, ref }: { problem: Problem; ref: Ref<HTMLDivElement> }) {
  if (problem.slug === 'wrong-credentials') {
    const left = problem.count('attempts_left')
    return (
      <Notice tone="error" title="NIP/surel atau kata sandi tidak cocok." live ref={ref}>
        {left !== null && <p>Sisa {left} percobaan sebelum akun terkunci sementara.</p>}
      </Notice>
    )
  }
  if (problem.slug === 'locked-out') return <LockedOut until={problem.fact('until')} ref={ref} />
  return (
    <Notice tone="error" title={problem.message} live ref={ref}>
      {problem.detail && <p>{problem.detail}</p>}
      <RequestId problem={problem} />
    </Notice>
  )
}

function LockedOut({ until, ref }: { until: string; ref: Ref<HTMLDivElement> }) {
  const now = useNow(1_000)
  const left = Date.parse(until) - now
  if (left <= 0) {
    return <Notice tone="info" title="Kunci sudah terbuka. Silakan coba lagi." live ref={ref} />
  }
  return (
    <Notice tone="warning" title={`Akun terkunci sampai pukul ${time(until)}.`} live ref={ref}>
      {/* Counted for the eye only: read aloud each second it would drown everything else. */}
      <p aria-hidden="true">Coba lagi dalam {remaining(left)}.</p>
    </Notice>
  )
}
