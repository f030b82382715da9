import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId, useState } from 'react'
import css from './Field.module.css'
import { Icon } from './Icon'
import small from './small.module.css'

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label above, hint below it, error below the control: what every field looks and reads like. */
function Field({ label, hint, error, optional, id, children }: FieldProps & { id: string; children: (wiring: Wiring) => ReactNode }) {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const described = [hintId, errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label} {optional && <span className={css.optional}>(opsional)</span>}
      </label>
      {hint && (
        <p id={hintId} className={small.quiet}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className={css.error}>
          <Icon name="circleX" size={16} /> {error}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
    onChange: (value: string) => void
    /** A button at the end of the field. */
    action?: ReactNode
  }

export function TextField({ label, hint, error, optional, onChange, action, id, ...input }: TextFieldProps) {
  const ownId = useId()
  return (
    <Field {...{ label, hint, error }} optional={optional ?? false} id={id ?? ownId}>
      {(wiring) => (
        <div className={css.control}>
          <input {...input} {...wiring} className={css.input} onChange={(event) => onChange(event.target.value)} />
          {action}
        </div>
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & { onChange: (value: string) => void }

export function TextArea({ label, hint, error, optional, onChange, id, ...area }: TextAreaProps) {
  const ownId = useId()
  return (
    <Field {...{ label, hint, error }} optional={optional ?? false} id={id ?? ownId}>
      {(wiring) => (
        <textarea {...area} {...wiring} className={css.area} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

interface SelectFieldProps extends FieldProps {
  id?: string
  value: string
  onChange: (value: string) => void
  options: readonly (readonly [value: string, label: string])[]
}

/** A choice among few, by the control that the device itself has. */
export function SelectField({ label, hint, error, optional, id, value, onChange, options }: SelectFieldProps) {
  const ownId = useId()
  return (
    <Field {...{ label, hint, error }} optional={optional ?? false} id={id ?? ownId}>
      {(wiring) => (
        <select {...wiring} className={css.select} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A password that may be pasted, filled by a manager and looked at. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'action'>) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      action={
        <button type="button" className={css.action} onClick={() => setShown(!shown)}>
          <Icon name={shown ? 'eyeOff' : 'eye'} />
          <span>
            {shown ? 'Tutup' : 'Lihat'}
            <span className="visually-hidden"> kata sandi</span>
          </span>
        </button>
      }
    />
  )
}
