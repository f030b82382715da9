import { useState } from 'react'
import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { number, sentence } from '../words/format'
import type { Agenda } from './AgendaPage'
import { answerWords } from './answer'
import { DeputyDialog, NotComingDialog } from './AnswerDialogs'
import { Refusal } from './Refusal'

/** What I answered to my invitation, and the other answers, until the meeting is over. */
export function OwnAnswer({ agenda }: { agenda: Agenda }) {
  const [asking, setAsking] = useState<'not-coming' | 'represented' | null>(null)
  const answer = useCommand('eagenda_answer_invitation')
  const accept = useCommand('eagenda_accept_series')
  const own = agenda.own_answer
  if (!own) return null
  const isDeputy = own.represents !== ''
  const come = () =>
    toastWhenDone(
      answer.mutateAsync({ agenda_id: agenda.id, kind: 'coming', reason: '', deputy_id: '' }),
      () => 'Tercatat: Anda akan hadir.',
    )
  return (
    <Notice tone={own.kind === 'unanswered' ? 'warning' : 'info'} title={answerWords(own)}>
      {isDeputy && <p>{sentence(`Anda diundang ${own.represents}`)}</p>}
      {own.reason && <p>{sentence(`Alasan: ${own.reason}`)}</p>}
      {answer.error && <Refusal error={answer.error} />}
      {accept.error && <Refusal error={accept.error} />}
      <div className={acts.below} role="group" aria-label="Jawab undangan">
        {agenda.in_series && own.kind === 'unanswered' && (
          <Button
            icon="check"
            busy={accept.isPending}
            onClick={() =>
              toastWhenDone(
                accept.mutateAsync({ agenda_id: agenda.id }),
                ({ accepted_count: count }) => `Tercatat: Anda akan hadir pada ${number(count)} tanggal.`,
              )
            }
          >
            Hadir semua tanggal
          </Button>
        )}
        {own.kind !== 'coming' && (
          <Button icon="check" busy={answer.isPending} onClick={come}>
            Hadir
          </Button>
        )}
        {own.kind !== 'not-coming' && <Button onClick={() => setAsking('not-coming')}>Tidak hadir…</Button>}
        {!isDeputy && (
          <Button onClick={() => setAsking('represented')}>
            {own.kind === 'represented' ? 'Ganti wakil…' : 'Diwakilkan…'}
          </Button>
        )}
      </div>
      {asking === 'not-coming' && (
        <NotComingDialog agendaId={agenda.id} isDeputy={isDeputy} onClose={() => setAsking(null)} />
      )}
      {asking === 'represented' && <DeputyDialog agendaId={agenda.id} onClose={() => setAsking(null)} />}
    </Notice>
  )
}
