import { useState } from 'react'
import { DeputyDialog, NotComingDialog } from '../agenda/AnswerDialogs'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { dayAndDate, number, sentence, span } from '../words/format'
import { type Act, TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** An invitation: when and where, and the answer in one press. */
export default function InvitationTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eagenda_show_agenda', { agenda_id: task.within_id })
  const answer = useCommand('eagenda_answer_invitation')
  const accept = useCommand('eagenda_accept_series')
  const [asking, setAsking] = useState<'not-coming' | 'represented' | null>(null)
  return (
    <Loaded query={shown}>
      {(agenda) => {
        const represents = agenda.own_answer?.represents ?? ''
        const all: Act = {
          label: 'Hadir semua tanggal',
          look: 'primary',
          busy: accept.isPending,
          run: () =>
            toastWhenDone(
              accept.mutateAsync({ agenda_id: agenda.id }),
              ({ accepted_count: count }) => `Tercatat: Anda akan hadir pada ${number(count)} tanggal.`,
            ),
        }
        const acts: Act[] = [
          ...(agenda.in_series ? [all] : []),
          {
            label: agenda.in_series ? 'Hadir tanggal ini' : 'Hadir',
            ...(!agenda.in_series && { look: 'primary' }),
            busy: answer.isPending,
            run: () =>
              toastWhenDone(
                answer.mutateAsync({ agenda_id: agenda.id, kind: 'coming', reason: '', deputy_id: '' }),
                () => 'Tercatat: Anda akan hadir.',
              ),
          },
          { label: 'Tidak hadir…', run: () => setAsking('not-coming') },
        ]
        // Of a series the others are on the page of the day: a telephone shows few buttons at once.
        if (!represents && !agenda.in_series) acts.push({ label: 'Diwakilkan…', run: () => setAsking('represented') })
        return (
          <>
            <p>
              {dayAndDate(agenda.starts_at)}
              <br />
              {span(agenda.starts_at, agenda.ends_at)}
              <br />
              {agenda.place}
            </p>
            {agenda.in_series && <p>Undangan ini untuk setiap tanggal dalam satu seri.</p>}
            {represents && <p>{sentence(`Anda diundang ${represents}`)}</p>}
            <p>
              Dari {agenda.organiser_name}, {agenda.organisation_name}
            </p>
            <TaskActs onSnooze={onSnooze} acts={[...acts, { label: 'Buka agenda', run: task.link }]}>
              {answer.error && <Refusal error={answer.error} />}
              {accept.error && <Refusal error={accept.error} />}
            </TaskActs>
            {asking === 'not-coming' && (
              <NotComingDialog agendaId={agenda.id} isDeputy={represents !== ''} onClose={() => setAsking(null)} />
            )}
            {asking === 'represented' && <DeputyDialog agendaId={agenda.id} onClose={() => setAsking(null)} />}
          </>
        )
      }}
    </Loaded>
  )
}
