import { useRef } from 'react'
import { serverNow } from '../api/server-clock'
import { TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { isoDate, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import css from './DateField.module.css'

interface DateFieldProps {
  id: string
  label: string
  value: string
  onChange: (text: string) => void
  onBlur: () => void
  error: string | undefined
  /** Days that have passed may be chosen too. */
  anyDay?: boolean
  /** A day that was: without a year it is the last one. */
  past?: boolean
  optional?: boolean
  hint?: string
}

const EXAMPLE = 'Contoh: 24/11/2026 atau 24 nov'

/** A date as people type it; the button opens the calendar that the device itself has, made for its screen and its reader. */
export function DateField({ value, onChange, anyDay = false, past = false, hint = EXAMPLE, ...field }: DateFieldProps) {
  const calendar = useRef<HTMLInputElement>(null)
  const today = isoDate(serverNow())
  return (
    <div className={css.dateField}>
      <TextField
        {...field}
        hint={hint}
        autoComplete="off"
        value={value}
        onChange={onChange}
        action={
          <button
            type="button"
            className={css.open}
            aria-label={field.optional ? `Buka kalender: ${field.label}` : 'Buka kalender'}
            title="Buka kalender"
            onClick={() => calendar.current?.showPicker()}
          >
            <Icon name="agenda" />
          </button>
        }
      />
      <input
        ref={calendar}
        type="date"
        className={css.native}
        tabIndex={-1}
        aria-hidden="true"
        min={anyDay || past ? undefined : today}
        value={parseDate(value, today, past) ?? ''}
        onChange={(event) => event.target.value && onChange(typedDate(event.target.value))}
      />
    </div>
  )
}
