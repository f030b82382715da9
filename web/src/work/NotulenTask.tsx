import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { NotulenText } from '../notulen/NotulenText'
import { FINAL, ReturnDialog } from '../notulen/Waiting'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A notulen that lies before whoever led the meeting: read and approved in place, or given back. */
export default function NotulenTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eagenda_show_notulen', { agenda_id: task.within_id })
  const approve = useCommand('eagenda_approve_notulen')
  const [returning, setReturning] = useState(false)
  return (
    <Loaded query={shown}>
      {(notulen) => (
        <>
          <NotulenText notulen={notulen} />
          <TaskActs
            onSnooze={onSnooze}
            acts={[
              {
                label: 'Setujui notulen',
                look: 'primary',
                busy: approve.isPending,
                run: () =>
                  toastWhenDone(approve.mutateAsync({ agenda_id: notulen.agenda_id, version: notulen.version }), () => FINAL),
              },
              { label: 'Kembalikan…', run: () => setReturning(true) },
              { label: 'Buka notulen', run: task.link },
            ]}
          >
            {approve.error && <Refusal error={approve.error} />}
          </TaskActs>
          {returning && <ReturnDialog notulen={notulen} onClose={() => setReturning(false)} />}
        </>
      )}
    </Loaded>
  )
}
