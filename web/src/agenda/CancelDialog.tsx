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
import { type Scope, SeriesScope } from './SeriesScope'

export function CancelDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [scope, setScope] = useState<Scope>('this')
  const one = useCommand('eagenda_cancel_agenda')
  const onwards = useCommand('eagenda_cancel_series')
  const cancel = scope === 'onwards' ? onwards : one

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    const body = { agenda_id: agenda.id, version: agenda.version, reason: reason.trim() }
    if (scope === 'this') one.mutate(body, { onSuccess: () => done('Agenda dibatalkan. Yang diundang diberi tahu.') })
    else {
      onwards.mutate(body, {
        onSuccess: ({ later_count: later }) =>
          done(`Agenda ini dan ${number(later)} tanggal sesudahnya dibatalkan. Yang diundang diberi tahu satu kali.`),
      })
    }
  }

  function done(words: string) {
    onClose()
    toast(words)
  }

  const fieldError = cancel.error && asProblem(cancel.error).fieldErrors.find(({ pointer }) => pointer === '/reason')
  return (
    <Dialog title="Batalkan agenda?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{number(agenda.invited_count)} undangan akan diberi tahu. Pembatalan tidak dapat ditarik kembali.</p>
        {cancel.error && !fieldError && <Refusal error={cancel.error} />}
        {agenda.in_series && (
          <SeriesScope
            label="Yang dibatalkan"
            hint="Tanggal sebelumnya tetap berlangsung. Yang diundang diberi tahu satu kali."
            scope={scope}
            onChange={setScope}
          />
        )}
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
