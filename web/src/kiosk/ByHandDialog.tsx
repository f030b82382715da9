import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { writeDown } from './kiosk'
import css from './KioskScreen.module.css'
import type { KioskPerson } from './store'
import type { KioskVerdict } from './verdict'

const MOST_SHOWN = 5
const NIP = /^\d{18}$/

interface ByHandDialogProps {
  people: KioskPerson[]
  onClose: () => void
  onDone: (said: KioskVerdict) => void
}

/** Somebody without a phone: by NIP, or chosen by name from those invited, and why. The list says "Dicatat petugas". */
export function ByHandDialog({ people, onClose, onDone }: ByHandDialogProps) {
  const [who, setWho] = useState('')
  const [chosen, setChosen] = useState<KioskPerson | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const nip = who.replaceAll(/\s/g, '')
  const isNip = NIP.test(nip)
  const found = chosen || isNip ? [] : findByName(people, who)
  const wrongWho = chosen || isNip ? undefined : 'Ketik NIP 18 angka, atau pilih nama dari daftar undangan.'
  const wrongReason = reason.trim() ? undefined : 'Isi alasannya.'

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wrongWho || wrongReason) return
    setBusy(true)
    void writeDown(chosen, nip, reason.trim()).then(onDone)
  }

  return (
    <Dialog title="Catat tanpa ponsel" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="NIP atau nama"
          name="who"
          autoComplete="off"
          data-focus-first
          value={chosen ? chosen.name : who}
          onChange={(text) => {
            setChosen(null)
            setWho(text)
          }}
          error={tried ? wrongWho : undefined}
        />
        {found.length > 0 && (
          <ul className={css.found} aria-label="Yang diundang">
            {found.map((person) => (
              <li key={person.person_id}>
                <button type="button" onClick={() => setChosen(person)}>
                  <b>{person.name}</b> {person.organisation_name}
                </button>
              </li>
            ))}
          </ul>
        )}
        <TextField
          label="Alasan"
          hint="Tampil di daftar hadir penyelenggara, misalnya: ponsel tertinggal."
          name="reason"
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={tried ? wrongReason : undefined}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={busy}>
            Catat hadir
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Those whose name has every word that was typed. */
function findByName(people: KioskPerson[], typed: string): KioskPerson[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (typed.trim().length < 2) return []
  return people.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))).slice(0, MOST_SHOWN)
}
