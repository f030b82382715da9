import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import type { Account } from './words'

/** Let somebody sign in again. */
export function RestoreDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const restore = useCommand('portal_restore_account')

  function submit() {
    restore.mutate(
      { person_id: account.person_id },
      {
        onSuccess: () => {
          onClose()
          toast(`Akun ${account.name} dipulihkan.`)
        },
      },
    )
  }

  return (
    <Dialog title={`Pulihkan akun ${account.name}?`} onClose={onClose}>
      <p>Orangnya dapat masuk lagi dengan kata sandinya yang lama.</p>
      {restore.error && (
        <Notice tone="error" title={restore.error.message} live>
          {restore.error.detail && <p>{restore.error.detail}</p>}
        </Notice>
      )}
      <DialogActions>
        <Button look="primary" data-focus-first busy={restore.isPending} onClick={submit}>
          Pulihkan akun
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}
