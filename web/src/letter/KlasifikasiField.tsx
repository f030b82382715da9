import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { TextField } from '../ui/Field'
import small from '../ui/small.module.css'
import css from './Letter.module.css'

type Found = Answer<'eoffice_find_klasifikasi'>['items'][number]

const PAUSE = 150
const LEAST = 2
const LAST = 'klasifikasi-terakhir'
const KEPT = 5
const A_CODE = /^\d{3}(\.\d+)*$/

interface KlasifikasiFieldProps {
  value: string
  onChange: (code: string) => void
  error: string | undefined
  hint: React.ReactNode
  /** A naskah is numbered by it. */
  needed?: boolean
}

/** A code of the klasifikasi arsip, found by its digits or by words; before anything is typed, the five used last. */
export function KlasifikasiField({ value, onChange, error, hint, needed = false }: KlasifikasiFieldProps) {
  const [text, setText] = useState(value)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  const listId = useId()
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const asks = words.length >= LEAST
  const found = useQuery({
    queryKey: ['klasifikasi', words],
    queryFn: ({ signal }) => askInBody('eoffice_find_klasifikasi', { text: words }, signal),
    enabled: asks,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const options: Found[] = text.trim() === '' ? lastUsed() : asks ? (found.data?.items ?? []) : []
  const exact = options.find(({ code }) => code === text.trim())
  const below = asks && !exact && A_CODE.test(text.trim()) && found.data?.below
  const shown = open && options.length > 0

  function choose(option: Found) {
    setText(option.code)
    setOpen(false)
    setMarked(-1)
    onChange(option.code)
    remember(option)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (options.length > 0) setMarked((marked + step + options.length) % options.length)
    } else if (event.key === 'Enter' && shown && !event.ctrlKey) {
      const option = options[marked]
      if (!option) return
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div className={css.combo} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <TextField
        label="Klasifikasi"
        optional={!needed}
        hint={hint}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && marked >= 0 ? `${listId}-${marked}` : undefined}
        autoComplete="off"
        value={text}
        error={error}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={(typed) => {
          setText(typed)
          setOpen(true)
          setMarked(-1)
          onChange(typed.trim())
        }}
      />
      <div role="status" className={small.quiet}>
        {exact && exact.titles.join(' › ')}
        {below && `Kode ini tidak ada dalam daftar; ditempatkan di bawah ${below.code} ${below.titles.at(-1)}.`}
      </div>
      <ul id={listId} role="listbox" aria-label="Klasifikasi" className={css.options} hidden={!shown}>
        {shown &&
          options.map((option, index) => (
            <li
              key={option.code}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === marked}
              className={css.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span className="figures">
                {option.code} {option.titles.at(-1)}
              </span>
              <span className={small.quiet}>{option.titles.slice(0, -1).join(' › ')}</span>
            </li>
          ))}
      </ul>
    </div>
  )
}

function lastUsed(): Found[] {
  return JSON.parse(localStorage.getItem(LAST) ?? '[]') as Found[]
}

function remember(option: Found) {
  const others = lastUsed().filter(({ code }) => code !== option.code)
  localStorage.setItem(LAST, JSON.stringify([option, ...others].slice(0, KEPT)))
}
