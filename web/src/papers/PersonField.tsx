import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem } from '../api/problem'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import css from './Papers.module.css'

export type FoundPerson = Answer<'portal_find_people'>['items'][number]

const LEAST_LETTERS = 2
const PAUSE = 200
const MOST_FOUND = 10

interface PersonFieldProps {
  label: string
  hint: string
  chosen: FoundPerson | null
  onChoose: (person: FoundPerson | null) => void
  error: string | undefined
}

/** One person: searched by name, office, position or NIP, and chosen from what is found. */
export function PersonField({ label, hint, chosen, onChoose, error }: PersonFieldProps) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const asked = !chosen && words.length >= LEAST_LETTERS
  const found = useQuery({
    queryKey: ['portal_find_people', words],
    queryFn: ({ signal }) => askInBody('portal_find_people', { text: words, most: MOST_FOUND }, signal),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  if (chosen) {
    return (
      <div role="group" aria-label={label}>
        <p className={css.label}>{label}</p>
        <div className={css.chosen}>
          <p>
            <span className={css.name}>{chosen.name}</span>
            <span className={css.facts}>{post(chosen)}</span>
          </p>
          <Button look="text" aria-label={`Ganti ${label.toLowerCase()}`} onClick={() => onChoose(null)}>
            Ganti
          </Button>
        </div>
        {error && <p className={css.error}>{error}</p>}
      </div>
    )
  }
  const items = asked ? (found.data?.items ?? []) : []
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
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
      <p role="status" className={css.facts}>
        {asked && !found.isFetching && items.length === 0 && !found.error && `Tidak ditemukan "${words}". Coba nama lain.`}
        {found.error && asProblem(found.error).message}
      </p>
      {items.length > 0 && (
        <ul className={css.results} aria-label={`Hasil pencarian ${label.toLowerCase()}`}>
          {items.map((person) => (
            <li key={person.person_id}>
              <button type="button" className={css.result} onClick={() => onChoose(person)}>
                <span className={css.name}>{person.name}</span>
                <span className={css.facts}>{post(person)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const post = ({ position_title, organisation_name }: FoundPerson) =>
  [position_title, organisation_name].filter(Boolean).join(', ')
