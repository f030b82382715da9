import { type FormEvent, useState } from 'react'
import { DateField } from '../agenda/DateField'
import { useMay } from '../api/session'
import { serverNow } from '../api/server-clock'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Refused } from '../jobs/JobProgress'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import plainField from '../ui/plain-field.module.css'
import { isoDate } from '../words/format'
import { parseDate } from '../words/parse'
import css from './Absence.module.css'
import { type Absence, KIND, type Shown } from './words'

interface DeclareDialogProps {
  shown: Shown
  isOwn: boolean
  onClose: () => void
  onDeclared: (leftAlone: readonly string[]) => void
}

const WRONG_DATE = 'Tanggal tidak dikenal. Contoh: 24/11/2026 atau 24 nov.'

/** When somebody is away and why, and who stands in for them in each post that leads others. */
export function DeclareDialog({ shown, isOwn, onClose, onDeclared }: DeclareDialogProps) {
  const [kind, setKind] = useState<Absence['kind']>('dinas_luar')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [basis, setBasis] = useState('')
  const [chosen, setChosen] = useState<Record<string, FoundPerson | null>>({})
  const [tried, setTried] = useState(false)
  const declare = useCommand('directory_declare_absence')
  const seeks = useMay('directory.read')
  const posts = seeks ? shown.posts.filter((post) => post.may_have_stand_in) : []
  const standIns = posts.flatMap(({ position_id }) => {
    const person = chosen[position_id]
    return person ? [{ position_id, person_id: person.person_id }] : []
  })
  const faults = declare.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer)?.detail
  const wrongDate = (text: string) => (tried && !parsed(text) ? WRONG_DATE : undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const [starts, ends] = [parsed(from), parsed(to.trim() ? to : from)]
    if (!starts || !ends) return
    declare.mutate(
      {
        kind,
        starts_on: starts,
        ends_on: ends,
        person_id: isOwn ? null : shown.person_id,
        basis: basis.trim(),
        stand_ins: standIns,
      },
      {
        onSuccess: ({ left_alone: leftAlone }) => {
          onDeclared(leftAlone)
          toast('Ketidakhadiran dicatat.')
        },
      },
    )
  }

  return (
    <Dialog title="Catat ketidakhadiran" onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {declare.error && faults.length === 0 && <Refused error={declare.error} />}
        <div className={plainField.field}>
          <label htmlFor="sebab">Sebab</label>
          <select id="sebab" data-focus-first value={kind} onChange={(event) => setKind(event.target.value as Absence['kind'])}>
            {Object.entries(KIND).map(([value, title]) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <DateField
          id="mulai-tidak-hadir"
          label="Mulai"
          value={from}
          onChange={setFrom}
          onBlur={() => undefined}
          error={wrongDate(from) ?? fault('/starts_on')}
        />
        <DateField
          id="akhir-tidak-hadir"
          label="Sampai dengan (kosong: satu hari)"
          value={to}
          onChange={setTo}
          onBlur={() => undefined}
          error={(to.trim() ? wrongDate(to) : undefined) ?? fault('/ends_on')}
        />
        {posts.map(({ position_id: id, title }) => (
          <PersonField
            key={id}
            label={`Plh. ${title} (opsional)`}
            hint="Pejabat setingkat, atau satu tingkat di bawahnya di OPD yang sama."
            chosen={chosen[id] ?? null}
            onChoose={(person) => setChosen({ ...chosen, [id]: person })}
            error={fault('/stand_ins')}
          />
        ))}
        {standIns.length > 0 && (
          <TextField
            label="Surat perintah"
            hint="Nomor surat perintah yang menunjuk Plh."
            autoComplete="off"
            value={basis}
            onChange={setBasis}
            error={fault('/basis')}
          />
        )}
        <DialogActions>
          <Button type="submit" look="primary" busy={declare.isPending}>
            Catat ketidakhadiran
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const parsed = (text: string) => parseDate(text, isoDate(serverNow()))
