import { type KeyboardEvent, useId, useState } from 'react'
import { TextField } from '../ui/Field'
import css from './Directory.module.css'
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

/** One person, found while typing: arrows and Enter choose (the pattern of a combobox with a list). */
export function PersonField({ label, hint, chosen, onChoose, error, search }: PersonFieldProps) {
  const [text, setText] = useState('')
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const { people: options, said } = usePeople(chosen ? '' : text, SHOWN, search)
  const at = Math.min(marked, options.length - 1)

  function choose(person: FoundPerson) {
    onChoose(person)
    setText(person.name)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (options.length > 0) setMarked((at + step + options.length) % options.length)
    } else if (event.key === 'Enter' && !chosen) {
      // Enter chooses; it doesn't send the form before somebody is chosen.
      event.preventDefault()
      const person = options[at]
      if (person) choose(person)
    } else if (event.key === 'Escape' && options.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      setText('')
    }
  }

  return (
    <div className={css.personField}>
      <TextField
        label={label}
        hint={chosen ? about(chosen) : (hint ?? 'Ketik nama atau NIP lengkap, lalu pilih dengan Enter.')}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        data-focus-first
        value={chosen ? chosen.name : text}
        error={error}
        onKeyDown={onKeyDown}
        onChange={(typed) => {
          setText(typed)
          setMarked(0)
          if (chosen) onChoose(null)
        }}
      />
      <div role="status" className={css.said}>
        {said}
      </div>
      <ul id={listId} role="listbox" aria-label={label} className={css.options} hidden={options.length === 0}>
        {options.map((person, index) => (
          <li
            key={person.person_id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={css.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <span className={css.name}>{person.name}</span>
            <span className={css.about}>{about(person)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const about = (person: FoundPerson) =>
  [person.position_title, person.organisation_name].filter(Boolean).join(', ') || 'Tanpa jabatan'
