import { type FormEvent, useState } from 'react'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { clock, isoDate } from '../words/format'
import { momentInJakarta, parseTime } from '../words/parse'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

interface ByHandDialogProps {
  agenda: Agenda
  /** The session that is looked at, or the whole. */
  part: Pick<Agenda, 'starts_at' | 'closes_at'>
  onClose: () => void
}

/** Somebody who was there and did not scan; the lists say who wrote them down, and why. */
export function ByHandDialog({ agenda, part, onClose }: ByHandDialogProps) {
  const [opened] = useState(() => Date.now())
  const over = opened >= Date.parse(part.closes_at)
  const [person, setPerson] = useState<FoundPerson | null>(null)
  const [reason, setReason] = useState('')
  const [at, setAt] = useState(over ? clock(part.starts_at) : '')
  const [tried, setTried] = useState(false)
  const record = useCommand('eagenda_record_by_hand')
  const time = parseTime(at)
  const wrong = {
    person: person ? undefined : 'Pilih pegawai dari daftar yang muncul.',
    reason: reason.trim() ? undefined : 'Isi alasannya.',
    at: time || (!over && !at.trim()) ? undefined : 'Isi pukul seperti 09.30.',
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!person || wrong.reason || wrong.at || record.isPending) return
    const seenAt = time ? momentInJakarta(isoDate(over ? part.starts_at : opened), time) : null
    record.mutate(
      { agenda_id: agenda.id, person_id: person.person_id, reason: reason.trim(), seen_at: seenAt },
      {
        onSuccess: ({ person_name: name, attended_at: since, left_at: left, already }) => {
          onClose()
          toast(said(name, since, left, already))
        },
      },
    )
  }

  const faults = record.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer)?.detail
  return (
    <Dialog title="Catat dengan tangan" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {record.error && faults.length === 0 && <Refusal error={record.error} />}
        <PersonField
          label="Pegawai"
          chosen={person}
          onChoose={setPerson}
          error={tried ? wrong.person : undefined}
        />
        <TextField
          label="Alasan"
          hint="Tampil di daftar hadir bersama nama Anda, misalnya: ponsel tertinggal."
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={(tried && wrong.reason) || fault('/reason')}
        />
        <TextField
          label="Pukul"
          optional={!over}
          hint={over ? 'Saat ia terlihat di tempat acara.' : 'Kosong: sekarang.'}
          inputMode="decimal"
          value={at}
          onChange={setAt}
          error={(tried && wrong.at) || fault('/seen_at')}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={record.isPending}>
            Catat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function said(name: string, since: string, left: string | null, already: boolean): string {
  if (already) return `${name} sudah tercatat hadir pukul ${clock(since)}.`
  return left ? `${name} tercatat pulang pukul ${clock(left)}.` : `${name} tercatat hadir pukul ${clock(since)}.`
}
