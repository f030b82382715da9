import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { serverNow } from '../api/server-clock'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { dayAndMonth, isoDate, time, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import { EMPTY, type Row, type Text } from './merge'
import css from './Notulen.module.css'
import type { Shown } from './NotulenPage'
import { Present } from './NotulenText'
import { useAutosave } from './use-autosave'

interface NotulenFormProps {
  notulen: Shown
  personId: string
}

/** Where the notulis writes; what is typed is kept by itself. */
export function NotulenForm({ notulen, personId }: NotulenFormProps) {
  const draft = useAutosave(notulen.agenda_id, personId, { version: notulen.version, text: notulen.text ?? EMPTY })
  const { text, change } = draft
  const client = useQueryClient()
  const submit = useCommand('eagenda_submit_notulen')
  const newest = useRef('')
  const form = useRef<HTMLFormElement>(null)
  const faults = submit.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === `/text${pointer}`)?.detail
  const field = (name: Exclude<keyof Text, 'decisions'>) => ({
    value: text[name],
    onChange: (value: string) => change({ [name]: value }),
    error: fault(`/${name}`),
  })
  const setRow = (id: string, part: Partial<Row>) =>
    change({ decisions: text.decisions.map((it) => (it.id === id ? { ...it, ...part } : it)) })

  // Whom the other one named is not known here yet.
  useEffect(() => {
    if (draft.joined) void client.invalidateQueries({ queryKey: ['eagenda_show_notulen'] })
  }, [client, draft.joined])

  useEffect(() => {
    if (newest.current) document.getElementById(`keputusan-${newest.current}`)?.focus()
    newest.current = ''
  }, [text.decisions.length])

  function addRow() {
    const id = crypto.randomUUID()
    newest.current = id
    change({ decisions: [...text.decisions, { id, text: '', owner_id: '', as_post: true, due_on: null }] })
  }

  useEffect(() => {
    if (submit.error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [submit.error])

  async function send() {
    if (!(await draft.save())) return
    submit.mutate(
      { agenda_id: notulen.agenda_id, version: draft.version() },
      { onSuccess: ({ chair_name: chair }) => toast(`Notulen diajukan kepada ${chair}.`) },
    )
  }

  return (
    <form ref={form} className={css.form} onSubmit={(event) => event.preventDefault()} noValidate>
      {draft.joined && (
        <Notice tone="warning" title={`${draft.joined} juga menulis notulen ini. Kedua tulisan digabung.`} live>
          <p>Tidak ada yang hilang: bila satu bagian diubah keduanya, keduanya tertulis. Periksa, lalu rapikan.</p>
        </Notice>
      )}
      <TextField label="Surat undangan" optional hint="Nomor dan tanggalnya" {...field('invitation')} />
      <TextArea label="Isi agenda" hint="Satu acara tiap baris; nomornya tertulis sendiri." {...field('points')} />
      <Present notulen={notulen} />
      <TextArea label="Pembukaan" optional {...field('opening')} />
      <div className={css.tall}>
        <TextArea label="Pembahasan" {...field('discussion')} />
      </div>
      <TextArea label="Kesimpulan" optional {...field('conclusion')} />
      <section className={css.rows} aria-labelledby="keputusan">
        <h2 id="keputusan">Keputusan dan tindak lanjut</h2>
        {text.decisions.length === 0 && (
          <p className={small.quiet}>Sesudah notulen disetujui, tiap keputusan menjadi tugas penanggung jawabnya.</p>
        )}
        {text.decisions.map((row, place) => (
          <DecisionFields
            key={row.id}
            row={row}
            place={place}
            notulen={notulen}
            fault={(name) => fault(`/decisions/${place}/${name}`)}
            onChange={(part) => setRow(row.id, part)}
            onRemove={() => change({ decisions: text.decisions.filter((it) => it.id !== row.id) })}
            onNext={addRow}
          />
        ))}
        {fault('/decisions') && <p className={small.error}>{fault('/decisions')}</p>}
        <div>
          <Button icon="plus" onClick={addRow}>
            Tambah keputusan
          </Button>
        </div>
      </section>
      <TextArea label="Penutup" optional {...field('closing')} />
      {draft.problem && <Refusal error={draft.problem} />}
      {submit.error && faults.length === 0 && <Refusal error={submit.error} />}
      {faults.length > 0 && <Notice tone="error" title="Notulen belum lengkap. Lihat isian yang ditandai." live />}
      <div className={css.saved}>
        <Button look="primary" busy={submit.isPending} onClick={() => void send()}>
          Ajukan kepada {notulen.chair.name}
        </Button>
        <p className={small.quiet} role="status">
          {draft.problem
            ? 'Belum terkirim; tersimpan di perangkat ini.'
            : draft.savedAt
              ? `Tersimpan pukul ${time(draft.savedAt)}`
              : 'Tersimpan sendiri sambil Anda mengetik.'}
        </p>
      </div>
    </form>
  )
}

interface DecisionFieldsProps {
  row: Row
  place: number
  notulen: Shown
  fault: (name: keyof Row) => string | undefined
  onChange: (part: Partial<Row>) => void
  onRemove: () => void
  onNext: () => void
}

/** One decision: what, who, by when. Enter in its last field begins the next one. */
function DecisionFields({ row, place, notulen, fault, onChange, onRemove, onNext }: DecisionFieldsProps) {
  const known = notulen.owners.find(({ person_id: id }) => id === row.owner_id)
  const [typed, setTyped] = useState(row.due_on ? typedDate(row.due_on) : '')
  const [picked, setPicked] = useState<FoundPerson | null>(null)
  const owner = picked?.person_id === row.owner_id ? picked : known ? { ...known, organisation_name: '' } : null
  const today = isoDate(serverNow())

  useEffect(() => {
    setTyped((was) => (parseDate(was, today) === row.due_on ? was : row.due_on ? typedDate(row.due_on) : was))
  }, [row.due_on, today])

  function setDue(value: string) {
    setTyped(value)
    onChange({ due_on: parseDate(value, today) })
  }
  function next(event: KeyboardEvent) {
    const field = event.target as HTMLElement
    if (event.key !== 'Enter' || field.tagName !== 'INPUT' || field.role === 'combobox') return
    event.preventDefault()
    onNext()
  }
  return (
    <fieldset className={css.row} onKeyDown={next}>
      <legend>Keputusan {place + 1}</legend>
      <TextArea
        id={`keputusan-${row.id}`}
        label="Keputusan"
        value={row.text}
        onChange={(text) => onChange({ text })}
        error={fault('text')}
      />
      <PersonField
        label="Penanggung jawab"
        chosen={owner}
        onChoose={(person) => {
          setPicked(person)
          onChange({ owner_id: person?.person_id ?? '' })
        }}
        error={fault('owner_id')}
      />
      <label className={css.check}>
        <input type="checkbox" checked={row.as_post} onChange={(event) => onChange({ as_post: event.target.checked })} />
        <span>Untuk jabatannya: bila pejabatnya berganti, tugas ini pindah kepada penggantinya</span>
      </label>
      <DateField
        id={`batas-${row.id}`}
        label="Batas waktu"
        value={typed}
        onChange={setDue}
        onBlur={() => row.due_on && setTyped(typedDate(row.due_on))}
        error={fault('due_on')}
        hint="Hari kerja. Contoh: 4/12/2026"
        anyDay
      />
      <div className={css.acts} role="group" aria-label={`Batas keputusan ${place + 1} dalam hari kerja`}>
        {notulen.terms.map(({ working_days: days, on }) => (
          <Button key={days} onClick={() => setDue(typedDate(on))}>
            {days} hari kerja ({dayAndMonth(on)})
          </Button>
        ))}
        <Button look="text" icon="remove" onClick={onRemove}>
          Hapus keputusan {place + 1}
        </Button>
      </div>
    </fieldset>
  )
}
