import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { Reports } from '../notulen/DecisionFacts'
import { useReport } from '../notulen/use-report'
import { STATES } from '../notulen/words'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A decision of a meeting to be carried out: how far it is, told in place. */
export default function DecisionTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eagenda_show_decision', { decision_id: task.subject_id })
  return <Loaded query={shown}>{(data) => <ToTell {...{ task, onSnooze, ...data }} />}</Loaded>
}

function ToTell({ task, onSnooze, decision, version }: TaskProps & Answer<'eagenda_show_decision'>) {
  const { note, refusal, busy, tell } = useReport(decision, version)
  return (
    <>
      {decision.text !== task.title && <p>{decision.text}</p>}
      {decision.reports.length === 0 ? <p>{STATES[decision.state]}</p> : <Reports decision={decision} />}
      {note}
      <TaskActs
        onSnooze={onSnooze}
        acts={[
          { label: 'Selesai', look: 'primary', busy, run: () => tell('done') },
          { label: 'Sedang berjalan', busy, run: () => tell('under-way') },
          { label: 'Buka', run: task.link },
        ]}
      >
        {refusal}
      </TaskActs>
    </>
  )
}
