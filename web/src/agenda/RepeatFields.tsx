import { serverNow } from '../api/server-clock'
import { asProblem } from '../api/problem'
import checkRow from '../ui/check-row.module.css'
import { SelectField, TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { dayAndDate, isoDate, number, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import form from './AgendaForm.module.css'
import { DateField } from './DateField'
import type { Draft, Field, Mistakes } from './draft'
import css from './Repeat.module.css'
import { choicesOf, dateOf, type Repeats, skipsShortMonths, UNITS, WEEKDAYS } from './repeat'
import { type SeriesPreview, useSeriesPreview } from './series-preview'

interface RepeatFieldsProps {
  draft: Draft
  mistakes: Mistakes
  inputId: (field: Field) => string
  onChange: (part: Partial<Draft>) => void
}

const ENDS = [
  ['count', 'Setelah sekian kali'],
  ['until', 'Pada tanggal'],
] as const

/** Whether and how an agenda repeats, and which days come of it. */
export function RepeatFields({ draft, mistakes, inputId, onChange }: RepeatFieldsProps) {
  const date = dateOf(draft, serverNow())
  const unit = UNITS[draft.repeats]
  const field = (name: 'every' | 'times' | 'lastDay') => ({
    id: inputId(name),
    value: draft[name],
    error: mistakes[name],
    autoComplete: 'off',
    onChange: (value: string) => onChange({ [name]: value }),
  })

  function choose(repeats: Repeats) {
    const day = date ? WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]?.[0] : undefined
    const first = repeats === 'days' && draft.repeatDays.length === 0 && day
    onChange({ repeats, excluded: [], ...(first && { repeatDays: [first] }) })
  }

  return (
    <>
      <SelectField
        label="Ulangi agenda"
        hint={date ? undefined : 'Isi tanggal lebih dulu.'}
        id={inputId('repeats')}
        value={draft.repeats}
        error={mistakes.repeats}
        options={choicesOf(date, draft.repeats)}
        onChange={(value) => choose(value as Repeats)}
      />
      {draft.repeats && (
        <div className={css.series}>
          {draft.repeats === 'days' && <Weekdays {...{ draft, mistakes, inputId, onChange }} />}
          <div className={form.pair}>
            <SelectField
              label="Berakhir"
              id={inputId('ends')}
              value={draft.ends}
              options={ENDS}
              onChange={(ends) => onChange({ ends: ends as Draft['ends'] })}
            />
            {draft.ends === 'count' ? (
              <TextField label="Berapa kali" inputMode="numeric" required {...field('times')} />
            ) : (
              <DateField
                label="Tanggal terakhir seri"
                {...field('lastDay')}
                onBlur={() => {
                  const last = parseDate(draft.lastDay, isoDate(serverNow()))
                  if (last) onChange({ lastDay: typedDate(last) })
                }}
              />
            )}
          </div>
          {unit && (
            <TextField
              label={`Setiap berapa ${unit}`}
              hint={`1: setiap ${unit}. 2: dua ${unit} sekali.`}
              inputMode="numeric"
              {...field('every')}
            />
          )}
          <label className={checkRow.row}>
            <input
              type="checkbox"
              checked={draft.skipDaysOff}
              onChange={(event) => onChange({ skipDaysOff: event.target.checked })}
            />
            <span>Lewati hari libur dan cuti bersama</span>
          </label>
          {skipsShortMonths(draft, date) && (
            <Notice tone="info" title="Bulan yang lebih pendek dilewati.">
              <p>Untuk setiap bulan tanpa kecuali, pilih tanggal terakhir suatu bulan, lalu “hari terakhir”.</p>
            </Notice>
          )}
          <Days draft={draft} onChange={onChange} />
        </div>
      )}
    </>
  )
}

function Weekdays({ draft, mistakes, inputId, onChange }: RepeatFieldsProps) {
  const wrong = mistakes.repeatDays
  const toggle = (code: string, on: boolean) =>
    onChange({ repeatDays: on ? [...draft.repeatDays, code] : draft.repeatDays.filter((it) => it !== code) })
  return (
    <div
      role="group"
      id={inputId('repeatDays')}
      tabIndex={-1}
      aria-label="Pada hari"
      aria-describedby={wrong && 'hari-kosong'}
      className={css.weekdays}
    >
      {WEEKDAYS.map(([code, name]) => (
        <label key={code} className={checkRow.row}>
          <input
            type="checkbox"
            checked={draft.repeatDays.includes(code)}
            onChange={(event) => toggle(code, event.target.checked)}
          />
          <span>{name}</span>
        </label>
      ))}
      {wrong && (
        <p id="hari-kosong" className={form.error}>
          <Icon name="circleX" size={16} /> {wrong}
        </p>
      )}
    </div>
  )
}

/** The days before they are published: each may be taken out, and what is skipped says why. */
function Days({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const preview = useSeriesPreview(draft)
  const exclude = (day: string, out: boolean) =>
    onChange({ excluded: out ? [...draft.excluded, day] : draft.excluded.filter((it) => it !== day) })

  if (preview.error) {
    const problem = asProblem(preview.error)
    return <Notice tone="warning" title={problem.fieldErrors[0]?.detail ?? problem.message} live />
  }
  if (!preview.data) return <p className={small.quiet}>Tanggalnya tampil di sini setelah jam dan akhir seri terisi.</p>
  const { days, words, day_count: count, unknown_years: unknown } = preview.data
  const clashes = days.filter((day) => day.room_taken).length
  return (
    <div className={css.days}>
      <p role="status">
        <strong>{words}.</strong> {summary(count, days.length - count, clashes)}
      </p>
      {unknown.length > 0 && (
        <p className={small.quiet}>Hari libur tahun {unknown.join(', ')} belum ditetapkan; periksa lagi nanti.</p>
      )}
      <ol className={css.list} aria-label="Tanggal seri" tabIndex={0}>
        {days.map((day) => (
          <PreviewedDay key={day.day} day={day} excluded={draft.excluded.includes(day.day)} onExclude={exclude} />
        ))}
      </ol>
    </div>
  )
}

interface PreviewedDayProps {
  day: SeriesPreview['days'][number]
  excluded: boolean
  onExclude: (day: string, out: boolean) => void
}

function PreviewedDay({ day, excluded, onExclude }: PreviewedDayProps) {
  const words = dayAndDate(day.starts_at)
  if (day.skipped && !excluded) {
    return (
      <li className={css.skipped}>
        <Icon name="minus" size={16} />
        <span>
          {words}
          <br />
          Dilewati: {day.skipped}
        </span>
      </li>
    )
  }
  return (
    <li>
      <label className={checkRow.row}>
        <input type="checkbox" checked={!excluded} onChange={(event) => onExclude(day.day, !event.target.checked)} />
        <span>
          {words}
          {day.room_taken && (
            <span className={css.taken}>
              <Icon name="warning" size={16} /> {day.room_taken}
            </span>
          )}
        </span>
      </label>
    </li>
  )
}

export function summary(count: number, skipped: number, clashes: number): string {
  const parts = [`${number(count)} tanggal`]
  if (skipped > 0) parts.push(`${number(skipped)} dilewati`)
  if (clashes > 0) parts.push(`ruang terpakai pada ${number(clashes)} tanggal`)
  return `${parts.join(', ')}.`
}
