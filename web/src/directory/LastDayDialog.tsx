import { type FormEvent, type ReactNode, useState } from 'react'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import type { Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { parsed, sent, todayTyped } from './dates'
import css from './Directory.module.css'

interface LastDayDialogProps {
  title: string
  /** What will be so after that day. */
  children: ReactNode
  act: string
  command: { error: Problem | null; isPending: boolean }
  onSend: (lastDay: string) => void
  onClose: () => void
}

/** Something ends: on which day for the last time. */
export function LastDayDialog({ title, children, act, command, onSend, onClose }: LastDayDialogProps) {
  const [day, setDay] = useState(todayTyped)

  function submit(event: FormEvent) {
    event.preventDefault()
    onSend(sent(day))
  }

  const fault = command.error?.fieldErrors.find(({ pointer }) => pointer === '/last_day')?.detail
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {command.error && !fault && <Refusal error={command.error} />}
        <p>{children}</p>
        <DateField
          id="hari-terakhir"
          label="Hari terakhir"
          value={day}
          onChange={setDay}
          onBlur={() => undefined}
          anyDay
          error={fault && (parsed(day) ? fault : 'Isi tanggalnya, misalnya 31/12/2026.')}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={command.isPending}>
            {act}
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
