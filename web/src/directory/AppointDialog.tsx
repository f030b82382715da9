import { type FormEvent, useState } from 'react'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { longDate, sentence } from '../words/format'
import { parsed, sent, today, todayTyped } from './dates'
import css from './Directory.module.css'
import { PersonField } from './PersonField'
import { SelectField } from '../ui/Field'
import type { FoundPerson } from './use-people'
import { type AppointmentKind, HELD_AS, type Position } from './words'

interface AppointDialogProps {
  position: Position
  onClose: () => void
}

/** Appoint somebody; whoever holds the post or acts in it hands over the day before, in the same act. */
export function AppointDialog({ position, onClose }: AppointDialogProps) {
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const [kind, setKind] = useState<AppointmentKind>('definitif')
  const [from, setFrom] = useState(todayTyped)
  const [to, setTo] = useState('')
  const [missing, setMissing] = useState(false)
  const appoint = useCommand('directory_appoint')
  const start = parsed(from)
  const replaced = position.holders.filter(
    (it) => it.starts_on < (start ?? today()) && holdsOn(it, start ?? today()) && (kind !== 'plh' || it.kind !== 'definitif'),
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!person)
    if (!person) return
    appoint.mutate(
      {
        position_id: position.id,
        person_id: person.person_id,
        kind,
        starts_on: sent(from),
        ends_on: to.trim() ? sent(to) : null,
        hand_over: replaced.length > 0,
      },
      {
        onSuccess: () => {
          onClose()
          toast(`${person.name} tercatat sebagai pejabat.`)
        },
      },
    )
  }

  const faults = appoint.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer)?.detail
  return (
    <Dialog title={`Angkat pejabat: ${position.title}`} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {appoint.error && faults.length === 0 && <Refusal error={appoint.error} />}
        <PersonField
          label="Siapa"
          chosen={person}
          onChoose={setPerson}
          error={missing && !person ? 'Pilih orangnya dari daftar.' : undefined}
        />
        <SelectField
          label="Sebagai"
          value={kind}
          onChange={(value) => setKind(value as AppointmentKind)}
          options={Object.entries(HELD_AS)}
        />
        <DateField
          id="mulai"
          label="Mulai"
          value={from}
          onChange={setFrom}
          onBlur={() => undefined}
          anyDay
          error={fault('/starts_on') && (start ? fault('/starts_on') : 'Isi tanggal mulai.')}
        />
        <DateField
          id="sampai"
          label="Sampai (kosong: seterusnya)"
          value={to}
          onChange={setTo}
          onBlur={() => undefined}
          anyDay
          error={fault('/ends_on') && (parsed(to) ? fault('/ends_on') : 'Tanggal ini tidak terbaca.')}
        />
        {start && replaced.length > 0 && (
          <p className={css.consequence}>
            {sentence(`${replaced.map(({ name }) => name).join(' dan ')} menjabat sampai ${longDate(dayBefore(start))}`)}
          </p>
        )}
        <DialogActions>
          <Button type="submit" look="primary" busy={appoint.isPending}>
            Angkat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const holdsOn = (it: Position['holders'][number], day: string) =>
  it.starts_on <= day && (it.ends_on === null || it.ends_on >= day)

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

