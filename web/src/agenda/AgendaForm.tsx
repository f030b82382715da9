import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { serverNow } from '../api/server-clock'
import { PointField } from '../map/PointField'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import checkRow from '../ui/check-row.module.css'
import { SelectField, TextArea, TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { clockWithSeconds, isoDate, number, typedDate } from '../words/format'
import { parseDate, parseTime } from '../words/parse'
import css from './AgendaForm.module.css'
import { DateField } from './DateField'
import { type Agenda, type Draft, type Field, type Mistaken, type Mistakes, timesOf, WRONG_DATE, WRONG_TIME } from './draft'
import { Clashes } from './Clashes'
import { InviteBox } from './InviteBox'
import { useFindingInvitees } from './InviteGroups'
import { RepeatFields } from './RepeatFields'
import { RoomField } from './RoomField'
import { SessionsPart } from './SessionsPart'
import { DRESSES, KIND, type Kind, optionsOf, VISIBILITY, type Visibility } from './words'

interface AgendaFormProps {
  draft: Draft
  mistakes: Mistakes
  savedAt: number | null
  /** What was typed is being looked at by the server. */
  checking?: boolean
  onChange: (part: Partial<Draft>) => void
  onMistakes: (mistakes: Mistakes) => void
  onClear?: () => void
  onReview: () => void
  /** The agenda that is edited, and whether it moves by what is typed. */
  editing?: { agendaId: string; count: number; moves: boolean; busy: boolean; before: Agenda }
}

type TimeOfDay = 'from' | 'to' | 'opens' | 'closes'

const inputId = (field: Mistaken) => `agenda-${field}`

export function AgendaForm(props: AgendaFormProps) {
  const { draft, mistakes, savedAt, checking = false, onChange, onMistakes, onClear, onReview, editing } = props
  const [submissions, setSubmissions] = useState(0)
  const finding = useFindingInvitees()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (finding) return
    onReview()
    setSubmissions(submissions + 1)
  }

  /** Typing takes a field's mistake back: whether it is right now is judged anew on leaving it. */
  function type(part: Partial<Draft>) {
    onChange(part)
    const typed = Object.keys(part)[0] as Field
    const others = Object.entries(mistakes).filter(([field]) => field.split('.')[0] !== typed)
    onMistakes(Object.fromEntries(others))
  }

  /** On leaving a field only what is certainly wrong is said; what is understood is written out. */
  function leaveDate(field: 'date' | 'until') {
    if (!draft[field].trim()) return
    const date = parseDate(draft[field], isoDate(serverNow()))
    if (date) onChange({ [field]: typedDate(date) })
    else onMistakes({ ...mistakes, [field]: WRONG_DATE })
  }

  function leaveTime(field: TimeOfDay) {
    if (!draft[field].trim()) return
    const timeOfDay = parseTime(draft[field])
    if (timeOfDay) onChange({ [field]: timeOfDay })
    else onMistakes({ ...mistakes, [field]: WRONG_TIME })
  }

  const text = (field: 'title' | 'description' | 'place' | 'onlineLink' | 'dress' | 'reason') => ({
    id: inputId(field),
    value: draft[field],
    error: mistakes[field],
    onChange: (value: string) => type({ [field]: value }),
  })

  const day = (field: 'date' | 'until') => ({
    id: inputId(field),
    value: draft[field],
    error: mistakes[field],
    onChange: (value: string) => type({ [field]: value }),
    onBlur: () => leaveDate(field),
  })

  const time = (field: TimeOfDay) => ({
    id: inputId(field),
    value: draft[field],
    error: mistakes[field],
    autoComplete: 'off',
    onChange: (value: string) => type({ [field]: value }),
    onBlur: () => leaveTime(field),
  })

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <MistakeSummary mistakes={mistakes} submissions={submissions} />
      <Part title="Apa">
        <SelectField
          label="Jenis"
          id={inputId('kind')}
          value={draft.kind}
          error={mistakes.kind}
          options={Object.entries(KIND)}
          onChange={(kind) => type({ kind: kind as Kind })}
        />
        <TextField label="Judul" required {...text('title')} />
        <TextArea label="Uraian" optional {...text('description')} />
      </Part>
      <Part title="Kapan & di mana">
        <DateField label="Tanggal" {...day('date')} />
        <div className={css.pair}>
          <TextField label="Mulai" hint="Contoh: 09.30 (WIB)" required {...time('from')} />
          <TextField label="Selesai" hint="Contoh: 11.00 (WIB)" required {...time('to')} />
        </div>
        <RoomField
          id={inputId('room')}
          draft={draft}
          agendaId={editing?.agendaId ?? ''}
          invited={editing?.count ?? draft.invited.length}
          error={mistakes.room}
          onChange={type}
        />
        <TextField label="Tempat" required {...text('place')} />
        {editing?.moves && (
          <TextArea
            label="Alasan perubahan"
            hint={`Dibaca ${number(editing.count)} orang yang diundang.`}
            required
            {...text('reason')}
          />
        )}
      </Part>
      <Part title="Siapa">
        {!editing && (
          <>
            <InviteBox
              id={inputId('invited')}
              invited={draft.invited}
              error={mistakes.invited}
              day={parseDate(draft.date, isoDate(serverNow()))}
              onChange={(invited) => type({ invited })}
            />
            <Clashes people={draft.invited} {...timesOf(draft, serverNow())} />
          </>
        )}
        <SelectField
          label="Siapa boleh tahu"
          id={inputId('visibility')}
          value={draft.visibility}
          error={mistakes.visibility}
          options={optionsOf(VISIBILITY)}
          onChange={(visibility) => type({ visibility: visibility as Visibility })}
        />
      </Part>
      {!editing && (
        <Part title="Berulang">
          <RepeatFields {...{ draft, mistakes, inputId }} onChange={type} />
        </Part>
      )}
      <Part title="Rincian lain">
        <DateField label="Hari terakhir" optional hint="Kosong: selesai pada hari yang sama." {...day('until')} />
        <PointField
          id={inputId('point')}
          radiusId={inputId('radius')}
          point={draft.point}
          radius={draft.radius}
          errors={mistakes}
          onChange={type}
        />
        <TextField
          label="Tautan daring"
          hint="Hanya tampil bagi yang diundang. Kosong: tanpa daring."
          optional
          inputMode="url"
          autoComplete="off"
          {...text('onlineLink')}
        />
        <TextField label="Pakaian" optional list="pakaian" autoComplete="off" {...text('dress')} />
        <datalist id="pakaian">
          {DRESSES.map((dress) => (
            <option key={dress} value={dress} />
          ))}
        </datalist>
      </Part>
      <Part title="Sesi">
        <SessionsPart
          draft={draft}
          mistakes={mistakes}
          before={editing?.before}
          onChange={(sessions) => type({ sessions })}
        />
      </Part>
      <Part title="Kehadiran">
        {draft.sessions.length === 0 && (
          <div className={css.pair}>
            <TextField label="Absensi dibuka" hint="Kosong: 30 menit sebelum mulai" optional {...time('opens')} />
            <TextField
              label="Absensi ditutup"
              hint={draft.leaving ? `Kosong: ${draft.leaving} menit sesudah selesai` : 'Kosong: saat agenda selesai'}
              optional
              {...time('closes')}
            />
          </div>
        )}
        <label className={checkRow.row}>
          <input
            type="checkbox"
            checked={draft.leaving !== ''}
            onChange={(event) => type({ leaving: event.target.checked ? LEAVING[1] : '' })}
          />
          <span>Catat jam pulang: yang hadir memindai lagi sebelum pergi</span>
        </label>
        {draft.leaving && (
          <SelectField
            label="Jam pulang dicatat"
            hint="Sebelum itu, memindai lagi hanya menampilkan jam hadir."
            id={inputId('leaving')}
            value={draft.leaving}
            error={mistakes.leaving}
            options={leavingOptions(draft.leaving)}
            onChange={(leaving) => type({ leaving })}
          />
        )}
        <label className={checkRow.row}>
          <input
            type="checkbox"
            checked={draft.showNames}
            onChange={(event) => onChange({ showNames: event.target.checked })}
          />
          <span>Tampilkan nama yang baru hadir di layar aula</span>
        </label>
        <label className={checkRow.row}>
          <input
            type="checkbox"
            id={inputId('admitGuests')}
            checked={draft.admitGuests}
            aria-describedby={mistakes.admitGuests && 'tanpa-tamu'}
            onChange={(event) => type({ admitGuests: event.target.checked })}
          />
          <span>Terima tamu: yang tidak punya akun memindai kode, lalu menulis namanya sendiri</span>
        </label>
        {mistakes.admitGuests && (
          <p id="tanpa-tamu" className={css.error}>
            <Icon name="circleX" size={16} /> {mistakes.admitGuests}
          </p>
        )}
        {draft.point.trim() && (
          <label className={checkRow.row}>
            <input
              type="checkbox"
              checked={draft.asksPosition}
              onChange={(event) => onChange({ asksPosition: event.target.checked })}
            />
            <span>Minta lokasi ponsel sesudah memindai: Anda melihat jaraknya dari tempat acara; yang menolak tetap hadir</span>
          </label>
        )}
      </Part>
      <div className={css.foot}>
        <Button type="submit" look="primary" busy={finding || checking || (editing?.busy ?? false)}>
          {editing ? 'Simpan perubahan' : 'Periksa undangan'}
        </Button>
        {savedAt && (
          <>
            <p className={css.saved}>Draf tersimpan di perangkat ini {clockWithSeconds(savedAt)}</p>
            {onClear && (
              <Button look="text" onClick={onClear}>
                Hapus draf
              </Button>
            )}
          </>
        )}
      </div>
    </form>
  )
}

/** Minutes before an end from which leaving is recorded. */
const LEAVING = ['10', '15', '30', '60'] as const

const leavingOptions = (chosen: string) =>
  [...new Set([...LEAVING, chosen])]
    .sort((one, other) => Number(one) - Number(other))
    .map((minutes) => [minutes, `mulai ${minutes} menit sebelum selesai`] as const)

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={`${card.part} ${css.part}`}>
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  )
}

/** All mistakes on top, each leading to its field; takes the focus after each try that failed. */
function MistakeSummary({ mistakes, submissions }: { mistakes: Mistakes; submissions: number }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [submissions])
  const entries = Object.entries(mistakes)
  if (entries.length === 0) return null
  return (
    <Notice tone="error" title={`${entries.length} isian perlu diperbaiki.`} ref={summary} live>
      <ul className={css.mistakes}>
        {entries.map(([field, words]) => (
          <li key={field}>
            <a
              href={`#${inputId(field as Mistaken)}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(inputId(field as Mistaken))?.focus()
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
