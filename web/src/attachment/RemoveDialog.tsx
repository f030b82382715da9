import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import type { Attachment } from './files'

interface RemoveDialogProps {
  agendaId: string
  file: Attachment
  onClose: () => void
}

export function RemoveDialog({ agendaId, file, onClose }: RemoveDialogProps) {
  const remove = useCommand('eagenda_remove_attachment')

  function confirm() {
    remove.mutate(
      { agenda_id: agendaId, attachment_id: file.id },
      {
        onSuccess: () => {
          onClose()
          toast(`${file.name} dihapus.`)
        },
      },
    )
  }

  return (
    <Dialog title="Hapus lampiran?" onClose={onClose}>
      <p>{file.name} tidak dapat diunduh lagi oleh yang diundang. Berkas yang sudah diunduh tetap ada pada mereka.</p>
      {remove.error && <Refusal error={remove.error} />}
      <DialogActions>
        <Button look="danger" busy={remove.isPending} onClick={confirm}>
          Hapus lampiran
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}
