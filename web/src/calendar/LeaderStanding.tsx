import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem'
import { useMay } from '../api/session'
import { serverNow } from '../api/server-clock'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { SelectField, TextField } from '../ui/Field'
import type { Entry } from './Calendar'
import css from './Calendar.module.css'

type Leader = Entry['leaders'][number]
type Kind = 'coming' | 'not-coming' | 'represented'

const WORDS = { coming: 'hadir', 'not-coming': 'tidak hadir', unanswered: 'belum menjawab' } as const

/** What one of the leadership answered; who organises a meeting was not asked. */
export function standingOf({ answer, deputy_name: deputy }: Leader): string {
  if (!answer) return 'penyelenggara'
  return answer === 'represented' ? `diwakili ${deputy}` : WORDS[answer]
}

/** Each of the leadership at a meeting, what they answered, and the protocol's way to answer for them. */
export function LeaderStandings({ entry }: { entry: Entry }) {
  const answers = useMay('agenda.answer-for-leaders')
  const [asked, setAsked] = useState<Leader | null>(null)
  const open = entry.state === 'scheduled' && serverNow() < Date.parse(entry.ends_at)
  return (
    <ul className={css.standings}>
      {entry.leaders.map((leader) => (
        <li key={leader.called}>
          <span>
            {leader.called} ({leader.name}): {standingOf(leader)}
          </span>
          {answers && open && leader.answer && (
            <Button look="text" onClick={() => setAsked(leader)}>
              Jawab untuk {leader.called}
            </Button>
          )}
        </li>
      ))}
      {asked && <LeaderDialog entry={entry} leader={asked} onClose={() => setAsked(null)} />}
    </ul>
  )
}

function LeaderDialog({ entry, leader, onClose }: { entry: Entry; leader: Leader; onClose: () => void }) {
  const answer = useCommand('eagenda_answer_for_leader')
  const [kind, setKind] = useState<Kind>('represented')
  const [reason, setReason] = useState('')
  const [deputy, setDeputy] = useState<FoundPerson | null>(null)
  const [tried, setTried] = useState(false)
  const missing = { deputy: kind === 'represented' && !deputy, reason: kind === 'not-coming' && !reason.trim() }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing.deputy || missing.reason) return
    answer.mutate(
      {
        agenda_id: entry.agenda_id,
        person_id: leader.person_id,
        kind,
        reason: kind === 'not-coming' ? reason.trim() : '',
        deputy_id: kind === 'represented' ? (deputy?.person_id ?? '') : '',
      },
      {
        onSuccess: ({ deputy_name: name }) => {
          onClose()
          toast(name ? `${leader.called} diwakili ${name}, yang menerima undangannya.` : `Jawaban ${leader.called} tercatat.`)
        },
      },
    )
  }
  const fieldError = answer.error && asProblem(answer.error).fieldErrors[0]
  return (
    <Dialog title={`Jawab untuk ${leader.called}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {answer.error && !fieldError && <Refusal error={answer.error} />}
        <SelectField
          label="Jawaban"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={[
            ['represented', 'Diwakili'],
            ['coming', 'Hadir'],
            ['not-coming', 'Tidak hadir'],
          ]}
        />
        {kind === 'represented' && (
          <PersonField
            label="Wakil"
            hint="Ketik nama atau jabatan, lalu pilih dengan Enter. Ia diundang dan diberi tahu."
            chosen={deputy}
            onChoose={setDeputy}
            error={tried && missing.deputy ? 'Pilih siapa yang mewakili.' : fieldError?.detail}
          />
        )}
        {kind === 'not-coming' && (
          <TextField
            label="Alasan"
            hint="Dibaca penyelenggara."
            maxLength={200}
            value={reason}
            onChange={setReason}
            error={tried && missing.reason ? 'Tulis alasannya.' : fieldError?.detail}
          />
        )}
        <DialogActions>
          <Button type="submit" look="primary" busy={answer.isPending}>
            Simpan jawaban
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
