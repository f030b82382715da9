import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { hasLookalike, SHORT_CODE_LENGTH, tidyShortCode } from '../words/parse'

interface TypeCodeFormProps {
  busy: boolean
  onCode: (code: string) => void
}

/** *Ketik kode*: for whoever can't scan. */
export function TypeCodeForm({ busy, onCode }: TypeCodeFormProps) {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | undefined>()

  function submit(event: FormEvent) {
    event.preventDefault()
    const wrong = mistakeIn(code)
    setError(wrong)
    if (!wrong) onCode(code)
  }

  return (
    <form onSubmit={submit} noValidate>
      <TextField
        label="Kode di layar aula"
        hint="6 karakter. Kode tidak memakai huruf O dan I maupun angka 0 dan 1."
        name="short_code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="send"
        value={code}
        onChange={(text) => {
          setCode(tidyShortCode(text))
          setError(undefined)
        }}
        error={error}
      />
      <Button type="submit" look="primary" large busy={busy}>
        Catat kehadiran
      </Button>
    </form>
  )
}

function mistakeIn(code: string): string | undefined {
  if (code.length < SHORT_CODE_LENGTH) return `Ketik ${SHORT_CODE_LENGTH} karakter yang tampil di layar aula.`
  if (hasLookalike(code)) return 'Kode tidak memakai O, 0, I, atau 1. Lihat lagi layar aula.'
  return undefined
}
