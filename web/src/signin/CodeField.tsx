import type { ReactNode } from 'react'
import { TextField } from '../ui/Field'

export const PASSWORD_HINT = 'Paling sedikit 15 karakter, misalnya empat kata yang tidak berhubungan.'

interface CodeFieldProps {
  label: string
  hint: ReactNode
  value: string
  error: string | undefined
  required: boolean
  onChange: (value: string) => void
}

/** A code that was heard or read off a screen: small letters, and nothing that corrects or remembers it. */
export function CodeField(props: CodeFieldProps) {
  return <TextField {...props} autoComplete="off" autoCapitalize="none" autoCorrect="off" spellCheck={false} />
}
