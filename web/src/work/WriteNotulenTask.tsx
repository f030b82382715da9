import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { Notice } from '../ui/Notice'
import { dayAndDate, span } from '../words/format'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A notulen to be written: on a page of its own, for it is long. */
export default function WriteNotulenTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eagenda_show_notulen', { agenda_id: task.within_id })
  return (
    <Loaded query={shown}>
      {(notulen) => (
        <>
          <p>
            {dayAndDate(notulen.starts_at)}
            <br />
            {span(notulen.starts_at, notulen.ends_at)}
            <br />
            {notulen.place}
          </p>
          {notulen.remark && (
            <Notice tone="warning" title="Yang perlu diubah">
              <p>{notulen.remark}</p>
            </Notice>
          )}
          <p>Pimpinan rapat: {notulen.chair.name}</p>
          <TaskActs
            onSnooze={onSnooze}
            acts={[{ label: notulen.is_started ? 'Lanjutkan notulen' : 'Tulis notulen', look: 'primary', run: task.link }]}
          />
        </>
      )}
    </Loaded>
  )
}
