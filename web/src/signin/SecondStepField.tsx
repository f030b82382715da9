import { useEffect, useRef } from 'react'
import { TextField } from '../ui/Field'

interface SecondStepFieldProps {
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

/** The code of the second step: comes when it is asked for, and so takes the focus. */
export function SecondStepField({ value, onChange, error }: SecondStepFieldProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={place}>
      <TextField
        label="Kode dua langkah"
        hint="Enam angka dari aplikasi autentikator, atau satu kode cadangan."
        name="one-time-code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={value}
        onChange={onChange}
        error={error}
      />
    </div>
  )
}
