import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { number } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

export function CancelDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const cancel = useCommand('eagenda_cancel_agenda')

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    cancel.mutate(
      { agenda_id: agenda.id, version: agenda.version, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast('Agenda dibatalkan. Yang diundang diberi tahu.')
        },
      },
    )
  }

  const fieldError = cancel.error && asProblem(cancel.error).fieldErrors.find(({ pointer }) => pointer === '/reason')
  return (
    <Dialog title="Batalkan agenda?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{number(agenda.invited_count)} undangan akan diberi tahu. Pembatalan tidak dapat ditarik kembali.</p>
        {cancel.error && !fieldError && <Refusal error={cancel.error} />}
        <TextArea
          label="Alasan"
          hint="Dibaca semua yang diundang."
          required
          value={reason}
          onChange={setReason}
          error={missing && !reason.trim() ? 'Isi alasan pembatalan.' : fieldError?.detail}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={cancel.isPending}>
            Batalkan agenda
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
