import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { SelectField, TextField } from '../ui/Field'
import css from './Directory.module.css'
import { GOLONGAN, type Person } from './words'

interface PersonDialogProps {
  /** Whom to change; without one, somebody new. */
  person?: Person
  onClose: () => void
}

const GRADES: [string, string][] = [['', 'Belum ada'], ...GOLONGAN.map((it): [string, string] => [it, it])]

/** The form of a person. Numbers come masked, so that a field left empty keeps what is known. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const [name, setName] = useState(person?.name ?? '')
  const [nip, setNip] = useState('')
  const [golongan, setGolongan] = useState(person?.golongan ?? '')
  const [email, setEmail] = useState(person?.email ?? '')
  const [telephone, setTelephone] = useState('')
  const [nik, setNik] = useState('')
  const [, navigate] = useLocation()
  const add = useCommand('directory_add_person')
  const edit = useCommand('directory_edit_person')
  const { error, isPending } = person ? edit : add

  function submit(event: FormEvent) {
    event.preventDefault()
    if (person) {
      edit.mutate(
        {
          person_id: person.id,
          version: person.version,
          name,
          golongan,
          email,
          nip: typed(nip),
          telephone: typed(telephone),
          nik: typed(nik),
        },
        {
          onSuccess: () => {
            onClose()
            toast('Data orang ini tercatat.')
          },
        },
      )
    } else {
      add.mutate(
        { name, nip, golongan, email, telephone, nik },
        {
          onSuccess: ({ person_id: id }) => {
            onClose()
            toast(`${name.trim()} tercatat.`)
            navigate(`/direktori/orang/${id}`)
          },
        },
      )
    }
  }

  const faults = error?.fieldErrors ?? []
  const fault = (field: string) => faults.find(({ pointer }) => pointer === `/${field}`)?.detail
  const known = (shown: string | null | undefined) => shown && `Tercatat ${shown}. Kosongkan bila tidak berubah.`
  return (
    <Dialog title={person ? 'Ubah data orang' : 'Tambah orang'} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {error && faults.length === 0 && <Refusal error={error} />}
        <TextField
          label="Nama dengan gelar"
          autoComplete="off"
          data-focus-first
          value={name}
          onChange={setName}
          error={fault('name')}
        />
        <TextField
          label="NIP atau NI PPPK"
          optional
          hint={known(person?.nip) || '18 angka. Kosongkan bagi yang bukan ASN.'}
          inputMode="numeric"
          autoComplete="off"
          value={nip}
          onChange={setNip}
          error={fault('nip')}
        />
        <SelectField label="Golongan" value={golongan} onChange={setGolongan} options={GRADES} error={fault('golongan')} />
        <TextField
          label="Surel"
          optional
          type="email"
          autoComplete="off"
          value={email}
          onChange={setEmail}
          error={fault('email')}
        />
        <TextField
          label="Telepon"
          optional
          hint={known(person?.telephone) || undefined}
          type="tel"
          autoComplete="off"
          value={telephone}
          onChange={setTelephone}
          error={fault('telephone')}
        />
        <TextField
          label="NIK"
          optional
          hint={known(person?.nik) || '16 angka.'}
          inputMode="numeric"
          autoComplete="off"
          value={nik}
          onChange={setNik}
          error={fault('nik')}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={isPending}>
            Simpan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Nothing typed leaves what is known. */
const typed = (text: string) => text.trim() || null
