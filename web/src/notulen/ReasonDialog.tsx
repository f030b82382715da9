import { type FormEvent, type ReactNode, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Problem } from '../api/problem'
import { toastWhenDone } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'

interface ReasonDialogProps {
  title: string
  about: string
  label: string
  act: string
  /** How many letters it takes. */
  least: number
  most?: number
  danger?: boolean
  command: { isPending: boolean; error: Problem | null }
  onSend: (reason: string) => Promise<unknown>
  /** What is said once it is done. */
  said: string
  onClose: () => void
  /** Further choices below the reason. */
  children?: ReactNode
}

/** Asks why before something is done that others are told of. */
export function ReasonDialog({ title, about, label, act, least, most = 300, danger, command, onSend, said, onClose, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < least
  const fault = command.error?.fieldErrors[0]?.detail

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!short) toastWhenDone(onSend(reason.trim()), () => said, onClose)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{about}</p>
        {command.error && !fault && <Refusal error={command.error} />}
        <TextArea
          label={label}
          required
          maxLength={most}
          data-focus-first
          value={reason}
          onChange={setReason}
          error={tried && short ? `Tulis paling sedikit ${least} huruf.` : fault}
        />
        {children}
        <DialogActions>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={command.isPending}>
            {act}
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
