import { useId } from 'react'
import { Icon } from '../ui/Icon'
import css from './Directory.module.css'

interface SelectFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: [value: string, label: string][]
  hint?: string
  error?: string | undefined
}

/** A choice among few, by the control that the device itself has. */
export function SelectField({ label, value, onChange, options, hint, error }: SelectFieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className={css.select}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={css.about}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className={css.error}>
          <Icon name="circleX" size={16} /> {error}
        </p>
      )}
    </div>
  )
}
