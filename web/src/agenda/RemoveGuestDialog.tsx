import { type FormEvent, useState } from 'react'
import { asProblem } from '../api/problem'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import type { Guest } from './GuestList'
import { Refusal } from './Refusal'

interface RemoveGuestDialogProps {
  agendaId: string
  guest: Guest
  onClose: () => void
}

export function RemoveGuestDialog({ agendaId, guest, onClose }: RemoveGuestDialogProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const remove = useCommand('eagenda_remove_guest')

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    remove.mutate(
      { agenda_id: agendaId, guest_id: guest.id, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast(`${guest.name} dihapus dari daftar.`)
        },
      },
    )
  }

  const fieldError = remove.error && asProblem(remove.error).fieldErrors.find(({ pointer }) => pointer === '/reason')
  return (
    <Dialog title={`Hapus ${guest.name}?`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>Barisnya hilang dari daftar hadir. Jejaknya tetap tersimpan, dengan nama Anda dan alasannya.</p>
        {remove.error && !fieldError && <Refusal error={remove.error} />}
        <TextArea
          label="Alasan"
          required
          value={reason}
          onChange={setReason}
          error={missing && !reason.trim() ? 'Isi alasan penghapusan.' : fieldError?.detail}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={remove.isPending}>
            Hapus tamu
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
