import { type FormEvent, useState } from 'react'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import type { Account } from './words'

/** Suspend an account, and say why. */
export function SuspendDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const suspend = useCommand('portal_suspend_account')

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim() || suspend.isPending) return
    suspend.mutate(
      { person_id: account.person_id, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast(`Akun ${account.name} ditangguhkan.`)
        },
      },
    )
  }

  return (
    <Dialog title={`Tangguhkan akun ${account.name}?`} onClose={onClose}>
      <p>Orangnya keluar dari semua peramban dan tidak dapat masuk sampai akunnya dipulihkan.</p>
      <form onSubmit={submit} noValidate>
        {suspend.error && (
          <Notice tone="error" title={suspend.error.message} live>
            {suspend.error.detail && <p>{suspend.error.detail}</p>}
          </Notice>
        )}
        <TextField
          label="Alasan"
          hint="Dilihat pengelola akun lain."
          autoComplete="off"
          maxLength={200}
          required
          value={reason}
          onChange={setReason}
          error={missing && !reason.trim() ? 'Isi alasannya.' : undefined}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={suspend.isPending}>
            Tangguhkan akun
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
