import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { DateField } from '../agenda/DateField'
import { askInBody } from '../api/client'
import { serverNow } from '../api/server-clock'
import { useAsk } from '../app/queries'
import { SelectField, TextArea, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { isoDate, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import { KlasifikasiField } from './KlasifikasiField'
import css from './Letter.module.css'
import { type FieldName, SIFAT, type Typed, URGENSI } from './words'

const PAUSE = 250
const LEAST = 2

interface LetterFieldsProps {
  typed: Typed
  onChange: (part: Partial<Typed>) => void
  /** Fields whose content was read of the scan and not touched since. */
  proposed: ReadonlySet<FieldName>
  fault: (name: FieldName) => string | undefined
  /** Of a letter that is corrected: itself is no second one. */
  exceptId?: string
}

/** What a letter says of itself, in the order in which a clerk reads it. */
export function LetterFields({ typed, onChange, proposed, fault, exceptId = '' }: LetterFieldsProps) {
  const today = isoDate(serverNow())
  const check = (name: FieldName) => proposed.has(name) && <em>Dibaca dari berkas, periksa.</em>
  const tidy = (name: 'dated_on' | 'received_on') => () => {
    const day = parseDate(typed[name], today, true)
    if (day) onChange({ [name]: typedDate(day) })
  }
  return (
    <>
      <SenderField value={typed.sender} hint={check('sender')} error={fault('sender')} onChange={(sender) => onChange({ sender })} />
      <TextField
        label="Nomor surat"
        hint={check('number')}
        autoComplete="off"
        maxLength={100}
        value={typed.number}
        error={fault('number')}
        onChange={(number) => onChange({ number })}
      />
      <SameLetters sender={typed.sender} number={typed.number} exceptId={exceptId} />
      <div className={css.two}>
        <DateField
          id="tanggal-surat"
          label="Tanggal surat"
          past
          {...(proposed.has('dated_on') && { hint: 'Dibaca dari berkas, periksa.' })}
          value={typed.dated_on}
          error={fault('dated_on')}
          onChange={(text) => onChange({ dated_on: text })}
          onBlur={tidy('dated_on')}
        />
        <DateField
          id="tanggal-diterima"
          label="Diterima"
          past
          value={typed.received_on}
          error={fault('received_on')}
          onChange={(text) => onChange({ received_on: text })}
          onBlur={tidy('received_on')}
        />
      </div>
      <TextArea
        label="Hal"
        hint={check('hal')}
        maxLength={300}
        rows={2}
        value={typed.hal}
        error={fault('hal')}
        onChange={(hal) => onChange({ hal })}
      />
      <div className={css.two}>
        <SelectField
          label="Sifat"
          hint={check('sifat')}
          value={typed.sifat}
          onChange={(sifat) => onChange({ sifat: sifat as Typed['sifat'] })}
          options={Object.entries(SIFAT)}
        />
        <SelectField
          label="Urgensi"
          hint={check('urgensi')}
          value={typed.urgensi}
          onChange={(urgensi) => onChange({ urgensi: urgensi as Typed['urgensi'] })}
          options={Object.entries(URGENSI)}
        />
      </div>
      <KlasifikasiField
        hint={check('klasifikasi') || 'Cari menurut kode atau kata, misalnya: undangan, 000.1.5'}
        value={typed.klasifikasi}
        error={fault('klasifikasi')}
        onChange={(klasifikasi) => onChange({ klasifikasi })}
      />
      <TextField
        label="Lampiran"
        optional
        hint={check('lampiran')}
        maxLength={100}
        value={typed.lampiran}
        error={fault('lampiran')}
        onChange={(lampiran) => onChange({ lampiran })}
      />
      <AddresseeField value={typed.addressee_id} error={fault('addressee_id')} onChange={(id) => onChange({ addressee_id: id })} />
    </>
  )
}

interface SenderFieldProps {
  value: string
  hint: React.ReactNode
  error: string | undefined
  onChange: (value: string) => void
}

/** Who wrote: earlier senders are offered while it is typed. */
function SenderField({ value, hint, error, onChange }: SenderFieldProps) {
  const [words] = useDebouncedValue(value.trim(), PAUSE)
  const [asks, setAsks] = useState(false)
  const found = useQuery({
    queryKey: ['pengirim', words],
    queryFn: ({ signal }) => askInBody('eoffice_find_senders', { text: words }, signal),
    enabled: asks && words.length >= LEAST,
  })
  return (
    <>
      <TextField
        label="Pengirim"
        hint={hint}
        list="pengirim"
        autoComplete="off"
        maxLength={200}
        value={value}
        error={error}
        onFocus={() => setAsks(true)}
        onChange={onChange}
      />
      <datalist id="pengirim">
        {found.data?.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

/** A letter of this sender with this number that is in the book already, told before it is saved. */
function SameLetters({ sender, number, exceptId }: { sender: string; number: string; exceptId: string }) {
  const [asked] = useDebouncedValue(JSON.stringify({ sender: sender.trim(), number: number.trim() }), PAUSE)
  const found = useQuery({
    queryKey: ['surat-sama', asked],
    queryFn: ({ signal }) =>
      askInBody('eoffice_find_same_letters', JSON.parse(asked) as { sender: string; number: string }, signal),
    enabled: Boolean(sender.trim() && number.trim()),
  })
  const others = found.data?.items.filter((it) => it.letter_id !== exceptId || !exceptId) ?? []
  if (others.length === 0 || !sender.trim() || !number.trim()) return null
  return (
    <Notice tone="warning" title="Surat ini tampaknya sudah terdaftar." live>
      {others.map((it) => (
        <p key={it.nomor_agenda}>
          Nomor agenda <span className="figures">{it.nomor_agenda}</span>
          {it.hal && `: ${it.hal}`}.{' '}
          {it.letter_id && (
            <Link href={`/surat/masuk/${it.letter_id}`} target="_blank">
              Buka
            </Link>
          )}
        </p>
      ))}
    </Notice>
  )
}

interface AddresseeFieldProps {
  value: string
  error: string | undefined
  onChange: (positionId: string) => void
}

/** To whom the letter goes: the head of the office first. */
function AddresseeField({ value, error, onChange }: AddresseeFieldProps) {
  const list = useAsk('eoffice_list_addressees', {})
  const options = list.data?.items.map((it) => [it.position_id, `${it.title}${it.holder ? ` (${it.holder})` : ' (lowong)'}`] as const) ?? []
  return (
    <SelectField
      label="Teruskan kepada"
      value={value}
      error={error ?? list.error?.message}
      onChange={onChange}
      options={[...(value ? [] : [['', 'Pilih jabatan'] as const]), ...options]}
    />
  )
}
