import { useState } from 'react'
import type { Answer } from '../api/operations'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { longDate, time } from '../words/format'
import css from './Accounts.module.css'
import type { Account } from './words'

type Issued = Answer<'portal_issue_account_code'>

/** Issue the one-time code by which somebody chooses a password, and show it this once. */
export function CodeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [issued, setIssued] = useState<Issued | null>(null)
  const issue = useCommand('portal_issue_account_code')
  if (issued) return <Code issued={issued} name={account.name} onClose={onClose} />

  const isNew = account.state !== 'active'
  const submit = () => issue.mutate({ person_id: account.person_id }, { onSuccess: setIssued })
  return (
    <Dialog title={isNew ? `Undang ${account.name}?` : `Atur ulang kata sandi ${account.name}?`} onClose={onClose}>
      <p>
        {isNew
          ? 'Anda menerima kode untuk disampaikan. Dengan kode itu orangnya memilih kata sandi sendiri.'
          : 'Anda menerima kode untuk disampaikan. Kata sandi lama berlaku sampai kode dipakai; lalu semua perambannya keluar.'}
      </p>
      {issue.error && (
        <Notice tone="error" title={issue.error.message} live>
          {issue.error.detail && <p>{issue.error.detail}</p>}
        </Notice>
      )}
      <DialogActions>
        <Button look="primary" data-focus-first busy={issue.isPending} onClick={submit}>
          Buat kode
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}

function Code({ issued, name, onClose }: { issued: Issued; name: string; onClose: () => void }) {
  const page = `${location.host}/kata-sandi`
  function copy() {
    void navigator.clipboard.writeText(`Buka ${page}, masukkan NIP atau surel Anda dan kode ${issued.code}`)
    toast('Petunjuk dan kode disalin.')
  }
  return (
    <Dialog title={`Kode untuk ${name}`}>
      <p className={css.code} role="status">
        {issued.code}
      </p>
      <p>
        Sampaikan langsung atau lewat telepon. Orangnya membuka <strong>{page}</strong>, lalu mengisi NIP atau surel dan
        kode ini.
      </p>
      <p>
        Berlaku sampai {longDate(issued.expires_at)} pukul {time(issued.expires_at)}, sekali pakai. Kode tidak tampil
        lagi setelah ditutup.
      </p>
      <DialogActions>
        <Button look="primary" data-focus-first onClick={onClose}>
          Sudah disampaikan
        </Button>
        <Button icon="copy" onClick={copy}>
          Salin
        </Button>
      </DialogActions>
    </Dialog>
  )
}
