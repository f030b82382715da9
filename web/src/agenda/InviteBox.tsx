import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { askInBody } from '../api/client'
import { asProblem } from '../api/problem'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { TextField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { number } from '../words/format'
import { countPeople, type Invitee, inviteeKey } from './draft'
import css from './InviteBox.module.css'
import { InviteGroups } from './InviteGroups'
import { PostResults } from './PostResults'

const LEAST_LETTERS = 2
const PAUSE = 200
const MOST = 100
/** More would bury the rest of the form. */
const CHIPS_SHOWN = 12

interface InviteBoxProps {
  id: string
  invited: Invitee[]
  onChange: (invited: Invitee[]) => void
  error: string | undefined
  /** The day of the meeting, as far as it is known. */
  day: string | null
}

/** Who is invited: search by name, office or position, tick one or all. */
export function InviteBox({ id, invited, onChange, error, day }: InviteBoxProps) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const found = useQuery({
    queryKey: ['portal_find_people', words, MOST],
    queryFn: ({ signal }) => askInBody('portal_find_people', { text: words, most: MOST }, signal),
    enabled: words.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  })
  const chosen = new Set(invited.map((invitee) => invitee.person_id).filter(Boolean))
  const results = words.length >= LEAST_LETTERS ? (found.data?.items ?? []) : []
  const notYet = results.filter((person) => !chosen.has(person.person_id))

  const keys = new Set(invited.map(inviteeKey))

  // Two groups may be on their way at once: each is added to those invited when it comes, not when it was asked for.
  const latest = useRef(invited)
  useEffect(() => {
    latest.current = invited
  }, [invited])

  const invite = (people: Invitee[]) => {
    const known = new Set(latest.current.map(inviteeKey))
    latest.current = [...latest.current, ...people.filter((one) => !known.has(inviteeKey(one)))]
    onChange(latest.current)
  }
  const remove = (personId: string) => onChange(invited.filter((invitee) => invitee.person_id !== personId))
  const removeOne = (one: Invitee) => onChange(invited.filter((invitee) => inviteeKey(invitee) !== inviteeKey(one)))

  return (
    <div className={css.box}>
      <TextField
        id={id}
        label="Cari orang, OPD, atau jabatan"
        hint="Misalnya: diskominfo, camat, atau nama. NIP ditulis lengkap."
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
      <div role="status" className={css.count}>
        {summary(words, found.isFetching && !found.data, results.length, found.data?.more ?? false)}
        {found.error && <span className={css.failed}> {asProblem(found.error).message}</span>}
      </div>
      {results.length > 0 && (
        <div className={css.results}>
          {notYet.length > 1 && (
            <Button look="text" icon="plus" onClick={() => invite(notYet)}>
              Pilih semua {number(notYet.length)}
            </Button>
          )}
          <ul aria-label="Hasil pencarian">
            {results.map((person) => (
              <li key={person.person_id}>
                <label className={`${checkRow.boxes} ${css.result}`}>
                  <input
                    type="checkbox"
                    checked={chosen.has(person.person_id)}
                    onChange={(event) => (event.target.checked ? invite([person]) : remove(person.person_id))}
                  />
                  <span>
                    <span className={css.name}>{person.name}</span>
                    <span className={css.position}>
                      {person.position_title}, {person.organisation_name}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      )}
      <PostResults
        words={words.length >= LEAST_LETTERS ? words : ''}
        day={day}
        isChosen={(post) => keys.has(inviteeKey(post))}
        onChoose={(post) => invite([post])}
        onRemove={removeOne}
      />
      <InviteGroups day={day} onInvite={invite} isChosen={(person) => keys.has(inviteeKey(person)) || (!person.position_id && chosen.has(person.person_id))} />
      <Chosen invited={invited} onRemove={removeOne} onClear={() => onChange([])} searchId={id} />
    </div>
  )
}

/** A post is named as a post: whoever holds it on the day is invited. */
const chipWords = ({ name, position_title: title, position_id: post, person_id: person }: Invitee) =>
  post && person ? title : name

function summary(words: string, searching: boolean, found: number, more: boolean): string {
  if (words.length < LEAST_LETTERS) return ''
  if (searching) return 'Mencari…'
  if (found === 0) return `Tidak ditemukan "${words}". Coba nama, OPD, atau jabatan lain.`
  return more ? `${number(found)} pertama ditampilkan. Persempit pencarian.` : `${number(found)} ditemukan`
}

interface ChosenProps {
  invited: Invitee[]
  onRemove: (invitee: Invitee) => void
  onClear: () => void
  searchId: string
}

function Chosen({ invited, onRemove, onClear, searchId }: ChosenProps) {
  const [all, setAll] = useState(false)
  if (invited.length === 0) return null
  const shown = all ? invited : invited.slice(0, CHIPS_SHOWN)
  // The button that had the focus is gone with its chip.
  const focusSearch = () => document.getElementById(searchId)?.focus()
  return (
    <div className={css.chosen}>
      <p role="status" className={css.total}>
        {number(countPeople(invited))} orang diundang
      </p>
      <ul aria-label="Yang diundang" className={css.chips}>
        {shown.map((invitee) => (
          <li key={inviteeKey(invitee)} className={css.chip}>
            {chipWords(invitee)}
            <button
              type="button"
              aria-label={`Hapus ${chipWords(invitee)}`}
              onClick={() => {
                onRemove(invitee)
                focusSearch()
              }}
            >
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <div className={acts.acts}>
        {invited.length > CHIPS_SHOWN && (
          <Button look="text" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? 'Ringkas' : `Tampilkan semua ${number(invited.length)}`}
          </Button>
        )}
        <Button
          look="text"
          onClick={() => {
            onClear()
            focusSearch()
          }}
        >
          Kosongkan undangan
        </Button>
      </div>
    </div>
  )
}
