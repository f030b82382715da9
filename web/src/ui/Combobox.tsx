import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import css from './Combobox.module.css'
import { TextField } from './Field'

interface ComboboxProps<Option> {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** What stands in the field. */
  value: string
  /** One of them stands in the field. */
  chosen?: boolean
  onType: (text: string) => void
  options: Option[]
  keyOf: (option: Option) => string
  /** What is seen of an option: its name, and below it what tells it from others. */
  show: (option: Option) => { name: string; about: string }
  onChoose: (option: Option) => void
  /** What is told of the search: how many there are, or why there are none. */
  said: ReactNode
}

/** A field in which something is found while typing: arrows and Enter choose (the pattern of a combobox with a list). */
export function Combobox<Option>({ label, hint, error, value, chosen = false, onType, options, keyOf, show, onChoose, said }: ComboboxProps<Option>) {
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const at = Math.min(marked, options.length - 1)

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (options.length > 0) setMarked((at + step + options.length) % options.length)
    } else if (event.key === 'Enter' && !chosen) {
      // Enter chooses; it doesn't send the form before something is chosen.
      event.preventDefault()
      const option = options[at]
      if (option) onChoose(option)
    } else if (event.key === 'Escape' && options.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      onType('')
    }
  }

  return (
    <div className={css.combobox}>
      <TextField
        label={label}
        hint={hint}
        error={error}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        data-focus-first
        value={value}
        onKeyDown={onKeyDown}
        onChange={(text) => {
          setMarked(0)
          onType(text)
        }}
      />
      <div role="status" className={css.said}>
        {said}
      </div>
      <ul id={listId} role="listbox" aria-label={label} className={css.options} hidden={options.length === 0}>
        {options.map((option, index) => {
          const { name, about } = show(option)
          return (
            <li
              key={keyOf(option)}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              className={css.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <span className={css.name}>{name}</span>
              <span className={css.about}>{about}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
