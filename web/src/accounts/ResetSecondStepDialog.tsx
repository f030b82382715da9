import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import type { Account } from './words'

/** Help who has lost their telephone and their recovery codes. */
export function ResetSecondStepDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const reset = useCommand('portal_reset_second_step')

  function submit() {
    reset.mutate(
      { person_id: account.person_id },
      {
        onSuccess: () => {
          onClose()
          toast(`Kode dua langkah ${account.name} dimatikan.`)
        },
      },
    )
  }

  return (
    <Dialog title={`Matikan kode dua langkah ${account.name}?`} onClose={onClose}>
      <p>
        Pastikan dulu bahwa yang meminta memang orangnya. Ia keluar dari semua peramban, masuk dengan kata sandi saja, dan
        dapat mengaktifkannya lagi di ponsel lain.
      </p>
      {reset.error && (
        <Notice tone="error" title={reset.error.message} live>
          {reset.error.detail && <p>{reset.error.detail}</p>}
        </Notice>
      )}
      <DialogActions>
        <Button look="danger" busy={reset.isPending} onClick={submit}>
          Matikan kode dua langkah
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
