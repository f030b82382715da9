import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem } from '../api/problem'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import css from './Absence.module.css'

export type Found = Answer<'portal_find_people'>['items'][number]

const LEAST_LETTERS = 2
const PAUSE = 200
const MOST_SHOWN = 8

interface PersonPickerProps {
  label: string
  hint?: string
  chosen: Found | null
  onChoose: (person: Found | null) => void
  error?: string | undefined
  optional?: boolean
}

/** One person, found by name, post or NIP. */
export function PersonPicker({ label, hint, chosen, onChoose, error, optional = false }: PersonPickerProps) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const isAsked = words.length >= LEAST_LETTERS
  const found = useQuery({
    queryKey: ['portal_find_people', words],
    queryFn: ({ signal }) => askInBody('portal_find_people', { text: words, most: 10 }, signal),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  if (chosen) {
    return (
      <div className={css.chosen} role="group" aria-label={label}>
        <p>{label}</p>
        <p className={css.name}>{chosen.name}</p>
        <p className={css.still}>{chosen.position_title}</p>
        <Button onClick={() => onChoose(null)}>Ganti orang</Button>
        {error && <p className={css.error}>{error}</p>}
      </div>
    )
  }
  const results = isAsked ? (found.data?.items ?? []).slice(0, MOST_SHOWN) : []
  return (
    <div className={css.picker}>
      <TextField
        label={label}
        hint={hint ?? 'Cari nama, jabatan, atau NIP lengkap.'}
        optional={optional}
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
        error={error}
        onKeyDown={(event) => {
          // Enter searches; it doesn't send the form round it.
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <p role="status" className={css.still}>
        {found.error ? asProblem(found.error).message : isAsked && found.data && results.length === 0 && 'Tidak ditemukan.'}
      </p>
      {results.length > 0 && (
        <ul className={css.results} aria-label={`Hasil pencarian ${label}`}>
          {results.map((person) => (
            <li key={person.person_id}>
              <button type="button" className={css.result} onClick={() => onChoose(person)}>
                <span className={css.name}>{person.name}</span>
                <span className={css.still}>
                  {person.position_title}
                  {person.organisation_name && `, ${person.organisation_name}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
