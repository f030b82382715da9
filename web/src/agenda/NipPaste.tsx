import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem } from '../api/problem'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/Field'
import { Icon } from '../ui/Icon'
import { number } from '../words/format'
import type { Invitee } from './draft'
import css from './InviteBox.module.css'

type Row = Answer<'eagenda_check_nip_list'>['rows'][number]

/** Of what is wrong all is shown; of those found a few tell that it is the right list. */
const FOUND_SHOWN = 10
const A_MINUTE = 60_000

interface NipPasteProps {
  day: string | null
  onInvite: (people: Invitee[]) => void
  isChosen: (person: Invitee) => boolean
}

/** A list of NIPs from a spreadsheet or a chat: checked row by row, then those who were found are chosen in one press. */
export function NipPaste({ day, onInvite, isChosen }: NipPasteProps) {
  const [text, setText] = useState('')
  const check = useMutation({
    mutationFn: () => askInBody('eagenda_check_nip_list', { text, day }, AbortSignal.timeout(A_MINUTE)),
  })
  const problem = check.error && asProblem(check.error)
  const rows = check.data?.rows
  return (
    <div className={css.panel}>
      <TextArea
        label="Daftar NIP"
        hint="Salin kolom NIP dari lembar kerja, atau ketik dengan koma. Spasi dan titik di dalam NIP boleh."
        rows={4}
        spellCheck={false}
        value={text}
        onChange={(typed) => {
          setText(typed)
          check.reset()
        }}
        error={problem ? (problem.fieldErrors[0]?.detail ?? problem.message) : undefined}
      />
      {!rows && (
        <div className={acts.acts}>
          <Button icon="check" busy={check.isPending} onClick={() => check.mutate()}>
            Periksa daftar
          </Button>
        </div>
      )}
      {rows && (
        <Report
          rows={rows}
          isChosen={isChosen}
          onInvite={(people) => {
            onInvite(people)
            setText('')
            check.reset()
          }}
        />
      )}
    </div>
  )
}

interface ReportProps {
  rows: Row[]
  isChosen: (person: Invitee) => boolean
  onInvite: (people: Invitee[]) => void
}

function Report({ rows, isChosen, onInvite }: ReportProps) {
  const people = rows.flatMap(({ person }) => (person ? [person] : []))
  const fresh = people.filter((person) => !isChosen(person))
  const wrong = rows.filter(({ state }) => state === 'unknown' || state === 'wrong')
  const repeated = rows.filter(({ state }) => state === 'repeated')
  const shown = [...wrong, ...repeated, ...rows.filter(({ state }) => state === 'found').slice(0, FOUND_SHOWN)]
  return (
    <>
      <p role="status" className={css.total}>
        {[
          `${number(people.length)} ditemukan`,
          people.length > fresh.length && `${number(people.length - fresh.length)} di antaranya sudah dipilih`,
          wrong.length > 0 && `${number(wrong.length)} perlu diperbaiki`,
          repeated.length > 0 && `${number(repeated.length)} berulang`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={css.report} aria-label="Hasil pemeriksaan">
        {shown.map((row) => (
          <li key={row.number} className={css.row} data-state={row.state}>
            <Icon name={row.state === 'found' ? 'circleCheck' : row.state === 'repeated' ? 'info' : 'circleX'} size={16} />
            <span>
              <span className={css.name}>
                {number(row.number)}. {row.person ? row.person.name : row.text}
              </span>
              <span className={css.position}>
                {row.person ? `${row.person.position_title || 'Tanpa jabatan'}, ${row.person.organisation_name}` : row.reason}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {people.length > FOUND_SHOWN && (
        <p className={css.position}>Dan {number(people.length - FOUND_SHOWN)} lain yang ditemukan.</p>
      )}
      {wrong.length > 0 && (
        <p className={css.position}>Perbaiki daftar di atas lalu periksa lagi, atau pilih yang ditemukan saja.</p>
      )}
      {fresh.length > 0 && (
        <div className={acts.acts}>
          <Button icon="plus" onClick={() => onInvite(fresh)}>
            Pilih {number(fresh.length)} yang ditemukan
          </Button>
        </div>
      )}
    </>
  )
}
