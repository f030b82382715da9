import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { Refusal } from '../agenda/Refusal'
import { Differences } from '../rotation/RotationPage'
import { effects } from '../rotation/words'
import { longDate, number, sentence } from '../words/format'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A rotation that somebody planned: every difference that it makes, and the decision. */
export default function RotationTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('directory_show_rotation', { rotation_id: task.subject_id })
  const approve = useCommand('directory_approve_rotation')
  return (
    <Loaded query={shown}>
      {(rotation) => (
        <>
          <p>{sentence(effects(rotation))}</p>
          <Differences rotation={rotation} />
          <TaskActs
            onSnooze={onSnooze}
            acts={[
              {
                label: `Setujui ${number(rotation.moves.length)} perpindahan`,
                look: 'primary',
                busy: approve.isPending,
                run: () =>
                  toastWhenDone(
                    approve.mutateAsync({ rotation_id: rotation.id }),
                    () => `Disetujui. Berlaku mulai ${longDate(rotation.first_day)}.`,
                  ),
              },
              { label: 'Buka mutasi', run: task.link },
            ]}
          >
            {approve.error && <Refusal error={approve.error} />}
          </TaskActs>
        </>
      )}
    </Loaded>
  )
}
