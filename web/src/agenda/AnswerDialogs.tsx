import { type FormEvent, useState } from 'react'
import { askInBody } from '../api/client'
import { asProblem } from '../api/problem'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Refusal } from './Refusal'

interface AnswerDialogProps {
  agendaId: string
  onClose: () => void
}

/** Not coming, and why. */
export function NotComingDialog({ agendaId, onClose, isDeputy }: AnswerDialogProps & { isDeputy: boolean }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const answer = useCommand('eagenda_answer_invitation')

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    // Answered, the task is gone from the list, and this dialog with it: what follows belongs to the promise.
    answer.mutateAsync({ agenda_id: agendaId, kind: 'not-coming', reason: reason.trim(), deputy_id: '' }).then(
      () => {
        onClose()
        toast(isDeputy ? 'Tercatat. Yang Anda wakili diberi tahu.' : 'Tercatat: Anda tidak hadir.')
      },
      () => undefined,
    )
  }
  const fieldError = answer.error && asProblem(answer.error).fieldErrors[0]
  return (
    <Dialog title={isDeputy ? 'Tidak dapat mewakili?' : 'Tidak hadir?'} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {isDeputy && <p>Anda tidak diundang lagi, dan yang Anda wakili diminta memilih wakil lain.</p>}
        {answer.error && !fieldError && <Refusal error={answer.error} />}
        <TextField
          label="Alasan"
          hint={isDeputy ? undefined : 'Dibaca penyelenggara.'}
          required
          maxLength={200}
          data-focus-first
          value={reason}
          onChange={setReason}
          error={missing && !reason.trim() ? 'Tulis alasannya.' : fieldError?.detail}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={answer.isPending}>
            Simpan: tidak hadir
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Who comes in one's place. */
export function DeputyDialog({ agendaId, onClose }: AnswerDialogProps) {
  const [deputy, setDeputy] = useState<FoundPerson | null>(null)
  const [missing, setMissing] = useState(false)
  const answer = useCommand('eagenda_answer_invitation')

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!deputy)
    if (!deputy) return
    answer.mutateAsync({ agenda_id: agendaId, kind: 'represented', reason: '', deputy_id: deputy.person_id }).then(
      ({ deputy_name: name }) => {
        onClose()
        toast(`Anda diwakili ${name}, yang menerima undangannya.`)
      },
      () => undefined,
    )
  }
  const fieldError = answer.error && asProblem(answer.error).fieldErrors[0]
  return (
    <Dialog title="Siapa yang mewakili Anda?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {answer.error && !fieldError && <Refusal error={answer.error} />}
        <PersonField
          label="Wakil"
          hint="Dari OPD Anda. Ketik nama atau NIP lengkap, lalu pilih dengan Enter."
          search={{
            where: agendaId,
            ask: (text, _, signal) => askInBody('eagenda_find_deputies', { agenda_id: agendaId, text }, signal),
          }}
          chosen={deputy}
          onChoose={setDeputy}
          error={missing && !deputy ? 'Pilih siapa yang mewakili Anda.' : fieldError?.detail}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={answer.isPending}>
            Tunjuk wakil
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
