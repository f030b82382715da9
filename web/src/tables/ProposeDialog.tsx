import { type FormEvent, useState } from 'react'
import { serverNow } from '../api/server-clock'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import plainField from '../ui/plain-field.module.css'
import { isoDate } from '../words/format'
import { parseDate } from '../words/parse'
import css from './Tables.module.css'
import type { Field, Table } from './words'

interface ProposeDialogProps {
  table: Table
  onClose: () => void
}

/** The form of a new row: made of the table's columns; a table of one row begins with what holds. */
export function ProposeDialog({ table, onClose }: ProposeDialogProps) {
  const inForce = table.rows.find(({ standing }) => standing === 'in-force')
  const [values, setValues] = useState<Record<string, string>>(() =>
    table.may_end ? firstChoices(table.fields) : (inForce?.values ?? {}),
  )
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [basis, setBasis] = useState('')
  const propose = useCommand('tables_propose_row')

  function submit(event: FormEvent) {
    event.preventDefault()
    propose.mutate(
      {
        table_id: table.id,
        values: Object.fromEntries(table.fields.map((field) => [field.name, sent(field, values[field.name] ?? '')])),
        valid_from: asDate(from),
        valid_to: to.trim() ? asDate(to) : null,
        basis,
      },
      {
        onSuccess: () => {
          onClose()
          toast('Usulan dikirim. Administrator lain memutusnya.')
        },
      },
    )
  }

  const faults = propose.error?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer)?.detail
  return (
    <Dialog title="Usulkan perubahan" onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {propose.error && faults.length === 0 && <Refusal error={propose.error} />}
        {table.fields.map((field) => (
          <ValueField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={fault(`/values/${field.name}`)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <DateField
          id="mulai"
          label="Berlaku mulai"
          value={from}
          onChange={setFrom}
          onBlur={() => undefined}
          error={fault('/valid_from') && (parsed(from) ? fault('/valid_from') : 'Isi tanggal mulai.')}
        />
        {table.may_end && (
          <DateField
            id="sampai"
            label="Berlaku sampai (kosong: seterusnya)"
            value={to}
            onChange={setTo}
            onBlur={() => undefined}
            error={fault('/valid_to') && (parsed(to) ? fault('/valid_to') : 'Tanggal ini tidak terbaca.')}
          />
        )}
        <TextField
          label="Dasar"
          hint="Peraturan atau kebijakan, dengan nomor dan pasalnya."
          required
          value={basis}
          onChange={setBasis}
          error={fault('/basis')}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={propose.isPending}>
            Kirim usulan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface ValueFieldProps {
  field: Field
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function ValueField({ field, value, error, onChange }: ValueFieldProps) {
  const id = `kolom-${field.name}`
  if (field.kind === 'choice') {
    return (
      <div className={plainField.field}>
        <label htmlFor={id}>{field.title}</label>
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      </div>
    )
  }
  if (field.kind === 'date') {
    return <DateField id={id} label={field.title} value={value} onChange={onChange} onBlur={() => undefined} error={error} />
  }
  const hint = field.least !== null && field.most !== null ? `${field.least} sampai ${field.most} ${field.unit}` : field.unit
  return (
    <TextField
      id={id}
      label={field.title}
      hint={hint || undefined}
      inputMode={field.kind === 'number' ? 'numeric' : 'text'}
      autoComplete="off"
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}

const firstChoices = (fields: Field[]) =>
  Object.fromEntries(fields.flatMap(({ name, choices }) => (choices[0] ? [[name, choices[0].value]] : [])))

const parsed = (text: string) => parseDate(text, isoDate(serverNow()))

/** What can't be read goes as it was typed: the server says where. */
const asDate = (text: string) => parsed(text) ?? text

const sent = (field: Field, value: string) => (field.kind === 'date' ? asDate(value) : value)
