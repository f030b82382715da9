import { useState } from 'react'
import { Combobox } from '../ui/Combobox'
import { type FoundPerson, type Search, usePeople } from './use-people'

const SHOWN = 8

interface PersonFieldProps {
  label: string
  /** Whom to look for, until somebody is chosen. */
  hint?: string
  chosen: FoundPerson | null
  onChoose: (person: FoundPerson | null) => void
  error: string | undefined
  search?: Search
}

/** One person, found while typing. */
export function PersonField({ label, hint, chosen, onChoose, error, search }: PersonFieldProps) {
  const [text, setText] = useState('')
  const { people, said } = usePeople(chosen ? '' : text, SHOWN, search)
  return (
    <Combobox
      label={label}
      hint={chosen ? about(chosen) : (hint ?? 'Ketik nama atau NIP lengkap, lalu pilih dengan Enter.')}
      error={error}
      value={chosen ? chosen.name : text}
      chosen={chosen !== null}
      options={people}
      keyOf={(it) => it.person_id}
      show={(it) => ({ name: it.name, about: about(it) })}
      said={said}
      onType={(typed) => {
        setText(typed)
        if (chosen) onChoose(null)
      }}
      onChoose={(person) => {
        onChoose(person)
        setText(person.name)
      }}
    />
  )
}

const about = (person: FoundPerson) =>
  [person.position_title, person.organisation_name].filter(Boolean).join(', ') || 'Tanpa jabatan'
