import { useState } from 'react'
import { serverNow } from '../api/server-clock'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { dayAndDate, isoDate, longDate, number } from '../words/format'
import { parseDate } from '../words/parse'
import css from './Tasks.module.css'
import { daysToSnooze, type Task } from './words'

interface SnoozeDialogProps {
  tasks: Task[]
  onClose: () => void
  onDone: (undo: () => void) => void
}

/** *Tunda sampai*: tomorrow, Monday or a date; never past the first deadline of those that are put off. */
export function SnoozeDialog({ tasks, onClose, onDone }: SnoozeDialogProps) {
  const [date, setDate] = useState('')
  const [fault, setFault] = useState('')
  const snooze = useCommand('portal_snooze_task')
  const due = tasks.map((task) => task.due).filter((it) => it !== null).sort()[0] ?? null
  const days = daysToSnooze(due, serverNow())
  const what = tasks.length === 1 ? (tasks[0]?.title ?? '') : `${number(tasks.length)} tugas`

  async function until(day: string | null) {
    for (const task of tasks) await snooze.mutateAsync({ task_id: task.id, until: day })
  }

  async function choose(day: string) {
    setFault('')
    try {
      await until(day)
    } catch {
      return // shown below
    }
    onClose()
    const undo = () => void until(null).catch(() => toast('Belum terurungkan. Coba lagi dari daftar yang ditunda.'))
    toast(`Ditunda sampai ${longDate(day)}.`, undo)
    onDone(undo)
  }

  function chooseTyped() {
    const day = parseDate(date, isoDate(serverNow()))
    if (day) void choose(day)
    else setFault('Isi tanggal, misalnya 24/11/2026 atau 24 nov.')
  }

  const refused = snooze.error?.fieldErrors[0]?.detail
  return (
    <Dialog title="Tunda sampai kapan?" onClose={onClose}>
      <p>
        {what}
        {due && ` · batas ${longDate(due)}`}
      </p>
      {snooze.error && !refused && <Refusal error={snooze.error} />}
      <div className={css.days}>
        {days.map(({ word, day }) => (
          <Button key={day} busy={snooze.isPending} onClick={() => void choose(day)}>
            {word} <span className={css.day}>{dayAndDate(day)}</span>
          </Button>
        ))}
      </div>
      {days.length === 0 && <p>Batasnya hari ini: tugas ini tidak dapat ditunda.</p>}
      {days.length > 0 && (
        <DateField
          id="tunda-sampai"
          label="Atau sampai tanggal"
          value={date}
          onChange={setDate}
          onBlur={() => undefined}
          error={fault || refused}
        />
      )}
      <DialogActions>
        {days.length > 0 && (
          <Button look="primary" busy={snooze.isPending} onClick={chooseTyped}>
            Tunda
          </Button>
        )}
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}
