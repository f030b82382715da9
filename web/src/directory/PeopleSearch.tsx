import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { TextField } from '../ui/Field'
import rowList from '../ui/row-list.module.css'
import css from './Directory.module.css'
import { usePeople } from './use-people'

const SHOWN = 20

/** Find a person while typing; Enter opens the first one. */
export function PeopleSearch() {
  const [text, setText] = useState('')
  const [, navigate] = useLocation()
  const { people, isCurrent, said } = usePeople(text, SHOWN)

  return (
    <form
      role="search"
      className={css.search}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = people
        if (first && isCurrent) navigate(`/direktori/orang/${first.person_id}`)
      }}
    >
      <TextField
        label="Cari orang"
        hint="Nama, jabatan, atau OPD. NIP ditulis lengkap. Enter membuka yang pertama."
        type="search"
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      <div role="status" className={css.said}>
        {said}
      </div>
      {people.length > 0 && (
        <ul className={rowList.clipped} aria-label="Orang yang ditemukan">
          {people.map((person) => (
            <li key={person.person_id} className={css.row}>
              <Link href={`/direktori/orang/${person.person_id}`} className={`${rowList.whole} ${css.whole}`}>
                {person.name}
              </Link>
              <span className={css.about}>
                {person.position_title ? `${person.position_title}, ${person.organisation_name}` : 'Tanpa jabatan'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
