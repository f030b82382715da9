import { useQueryClient } from '@tanstack/react-query'
import { isPassing, type Problem } from '../api/problem'
import { Notice } from '../ui/Notice'
import { Conflict, RequestId, WhoCanHelp } from '../ui/states'
import { dayAndDate, time } from '../words/format'

/** Why an act on an agenda was refused, and the way out. */
export function Refusal({ error }: { error: Problem }) {
  const client = useQueryClient()
  if (error.slug === 'stale') {
    return <Conflict problem={error} onReload={() => void client.invalidateQueries()} />
  }
  const opensAt = error.fact('opens_at')
  return (
    <Notice tone="error" title={error.message} live>
      {error.detail && <p>{error.detail}</p>}
      {opensAt && (
        <p>
          Absensi dibuka {dayAndDate(opensAt)} pukul {time(opensAt)}.
        </p>
      )}
      <WhoCanHelp problem={error} />
      {isPassing(error) && <p>Isian Anda aman.</p>}
      <RequestId problem={error} />
    </Notice>
  )
}
