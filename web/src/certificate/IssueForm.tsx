import { type FormEvent, useState } from 'react'
import type { Agenda } from '../agenda/AgendaPage'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import fieldset from '../ui/fieldset.module.css'
import small from '../ui/small.module.css'
import { number, sentence } from '../words/format'
import css from './Certificate.module.css'
import { asSubjects, faultsOf, hoursTogether, MOST_SUBJECTS, NO_SUBJECT, type TypedSubject } from './words'

interface IssueFormProps {
  agenda: Agenda
  /** Something is missing: the page's name says so. */
  onFault: (failing: boolean) => void
}

/** What was taught and who signs; then certificates for all who were present. */
export function IssueForm({ agenda, onFault }: IssueFormProps) {
  const [subjects, setSubjects] = useState([NO_SUBJECT])
  const [signer, setSigner] = useState<FoundPerson | null>(null)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const issue = useCommand('eagenda_issue_sertifikat')
  const faults = issue.error?.fieldErrors ?? []
  const hours = hoursTogether(subjects)

  function submit(event: FormEvent) {
    event.preventDefault()
    const complete = signer !== null && subjects.every((it) => Object.keys(faultsOf(it)).length === 0)
    setTried(true)
    onFault(!complete)
    setAsking(complete)
  }

  function send() {
    if (!signer || issue.isPending) return
    issue.mutate(
      { agenda_id: agenda.id, subjects: asSubjects(subjects), signer_id: signer.person_id },
      { onSettled: () => setAsking(false), onError: () => onFault(true) },
    )
  }

  const change = (place: number, name: keyof TypedSubject) => (value: string) =>
    setSubjects(subjects.map((it, at) => (at === place ? { ...it, [name]: value } : it)))
  const fault = (place: number, name: keyof TypedSubject, typed: TypedSubject) =>
    (tried ? faultsOf(typed)[name] : undefined) ??
    faults.find(({ pointer }) => pointer === `/subjects/${place}/${name}`)?.detail

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {issue.error && faults.length === 0 && <Refusal error={issue.error} />}
      {subjects.map((it, place) => (
        <fieldset key={place} className={fieldset.group}>
          <legend>Materi {place + 1}</legend>
          <TextField
            label="Judul materi"
            hint={place === 0 ? 'Tercetak di balik sertifikat, misalnya: Praktik tanda tangan elektronik' : undefined}
            value={it.title}
            onChange={change(place, 'title')}
            error={fault(place, 'title', it)}
          />
          <div className={css.hours}>
            <TextField
              label="Jam pelajaran (JP)"
              inputMode="numeric"
              value={it.hours}
              onChange={change(place, 'hours')}
              error={fault(place, 'hours', it)}
            />
          </div>
          {subjects.length > 1 && (
            <div>
              <Button look="text" icon="remove" onClick={() => setSubjects(subjects.filter((_, at) => at !== place))}>
                Hapus materi {place + 1}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {subjects.length < MOST_SUBJECTS && (
        <div>
          <Button icon="plus" onClick={() => setSubjects([...subjects, NO_SUBJECT])}>
            Tambah materi
          </Button>
        </div>
      )}
      {faults.find(({ pointer }) => pointer === '/subjects') && (
        <p className={small.error}>{faults.find(({ pointer }) => pointer === '/subjects')?.detail}</p>
      )}
      <p className="figures">Jumlah: {number(hours)} JP</p>
      <PersonField
        label="Penanda tangan"
        hint="Pejabat OPD Anda atau di atasnya. Ketik nama atau NIP lengkap."
        chosen={signer}
        onChoose={setSigner}
        error={tried && !signer ? 'Pilih penanda tangannya.' : undefined}
      />
      <div className={acts.acts}>
        <Button type="submit" look="primary">
          Terbitkan sertifikat
        </Button>
      </div>
      {asking && signer && (
        <Dialog title="Terbitkan sertifikat?" onClose={() => setAsking(false)}>
          <p>
            Satu nomor register diambil, dan {recipients(agenda)} mendapat sertifikat {number(hours)} JP yang
            ditandatangani {sentence(signer.name)} Setelah terbit, isinya tidak dapat diubah; yang keliru dicabut.
          </p>
          <DialogActions>
            <Button look="primary" busy={issue.isPending} onClick={send}>
              Terbitkan
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </form>
  )
}

/** To whom the certificates go. */
export function recipients(agenda: Agenda): string {
  if (agenda.sittings.length > 0) return 'setiap orang yang hadir pada semua sesi'
  return `${number(agenda.present_count)} orang yang hadir`
}
