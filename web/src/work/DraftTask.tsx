import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { dayAndDate, span, time } from '../words/format'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** An agenda that a letter asks for: what the letter says, and the form that is filled from it. */
export default function DraftTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eagenda_show_draft', { draft_id: task.subject_id })
  const discard = useCommand('eagenda_discard_draft')
  return (
    <Loaded query={shown}>
      {(draft) => (
        <>
          {draft.starts_at && (
            <p>
              {dayAndDate(draft.starts_at)}
              <br />
              {draft.ends_at ? span(draft.starts_at, draft.ends_at) : `${time(draft.starts_at)} sampai selesai`}
              {draft.place && (
                <>
                  <br />
                  {draft.place}
                </>
              )}
            </p>
          )}
          <p>{draft.is_to_attend ? 'Surat ini untuk dihadiri.' : 'Surat ini untuk diselenggarakan.'}</p>
          {draft.is_secret && <p>Isi surat rahasia hanya tampil di surat itu sendiri.</p>}
          <p>Belum ada yang diundang. Agenda terbit setelah Anda memeriksanya.</p>
          <TaskActs
            onSnooze={onSnooze}
            acts={[
              { label: 'Buat agenda', look: 'primary', run: task.link },
              {
                label: 'Buang draf',
                look: 'danger',
                busy: discard.isPending,
                run: () => toastWhenDone(discard.mutateAsync({ draft_id: task.subject_id }), () => 'Draf dibuang.'),
              },
              ...(draft.link ? [{ label: 'Buka surat', run: draft.link }] : []),
            ]}
          >
            {discard.error && <Refusal error={discard.error} />}
          </TaskActs>
        </>
      )}
    </Loaded>
  )
}
