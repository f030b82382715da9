import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { outOf } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

/** Closing makes the daftar hadir final: asked once more, with the count that it will have. */
export function CloseDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const close = useCommand('eagenda_close_attendance')

  function submit() {
    close.mutate(
      { agenda_id: agenda.id, version: agenda.version },
      {
        onSuccess: ({ present_count: present }) => {
          onClose()
          toast(`Absensi ditutup. ${outOf(present, agenda.invited_count)} hadir.`)
        },
      },
    )
  }

  return (
    <Dialog title="Tutup absensi?" onClose={onClose}>
      <p>
        {outOf(agenda.present_count, agenda.invited_count)} hadir. Sesudah ditutup tidak ada yang dapat memindai lagi, dan
        daftar hadir menjadi versi resmi yang tidak dapat diubah.
      </p>
      {close.error && <Refusal error={close.error} />}
      <DialogActions>
        <Button look="primary" busy={close.isPending} onClick={submit}>
          Tutup absensi
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
