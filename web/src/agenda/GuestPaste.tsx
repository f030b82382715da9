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
import type { NewGuest } from './guest-invite'
import css from './InviteBox.module.css'

type Row = Answer<'eagenda_check_guest_list'>['rows'][number]

const READY_SHOWN = 10
const A_MINUTE = 60_000
const ICON = { ready: 'circleCheck', repeated: 'info', invited: 'info', wrong: 'circleX' } as const

interface GuestPasteProps {
  agendaId: string
  busy: boolean
  onInvite: (guests: NewGuest[], done: () => void) => void
}

/** A list of guests from a spreadsheet: checked row by row, then those that can be invited are in one press. */
export function GuestPaste({ agendaId, busy, onInvite }: GuestPasteProps) {
  const [text, setText] = useState('')
  const check = useMutation({
    mutationFn: () => askInBody('eagenda_check_guest_list', { agenda_id: agendaId, text }, AbortSignal.timeout(A_MINUTE)),
  })
  const problem = check.error && asProblem(check.error)
  const rows = check.data?.rows
  const ready = rows?.filter(({ state }) => state === 'ready') ?? []
  return (
    <div className={css.panel}>
      <TextArea
        label="Daftar tamu"
        hint="Satu tamu di tiap baris: nama; instansi; surel. Tiga kolom dari lembar kerja dapat langsung disalin."
        rows={5}
        spellCheck={false}
        value={text}
        onChange={(typed) => {
          setText(typed)
          check.reset()
        }}
        error={problem ? (problem.fieldErrors[0]?.detail ?? problem.message) : undefined}
      />
      {rows ? (
        <Report rows={rows} />
      ) : (
        <div className={acts.acts}>
          <Button icon="check" busy={check.isPending} onClick={() => check.mutate()}>
            Periksa daftar tamu
          </Button>
        </div>
      )}
      {ready.length > 0 && (
        <div className={acts.acts}>
          <Button
            look="primary"
            busy={busy}
            onClick={() =>
              onInvite(
                ready.map(({ name, institution, email }) => ({ name, institution, email })),
                () => {
                  setText('')
                  check.reset()
                },
              )
            }
          >
            Undang {number(ready.length)} tamu
          </Button>
        </div>
      )}
    </div>
  )
}

function Report({ rows }: { rows: Row[] }) {
  const of = (state: Row['state']) => rows.filter((row) => row.state === state)
  const [ready, wrong, repeated, invited] = [of('ready'), of('wrong'), of('repeated'), of('invited')]
  const shown = [...wrong, ...repeated, ...invited, ...ready.slice(0, READY_SHOWN)]
  return (
    <>
      <p role="status" className={css.total}>
        {[
          `${number(ready.length)} siap diundang`,
          wrong.length > 0 && `${number(wrong.length)} perlu diperbaiki`,
          repeated.length > 0 && `${number(repeated.length)} berulang`,
          invited.length > 0 && `${number(invited.length)} sudah diundang`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={css.report} aria-label="Hasil pemeriksaan tamu">
        {shown.map((row) => (
          <li key={row.number} className={css.row} data-state={row.state === 'ready' ? 'found' : row.state}>
            <Icon name={ICON[row.state]} size={16} />
            <span>
              <span className={css.name}>
                {number(row.number)}. {row.name || row.text}
              </span>
              <span className={css.position}>{row.reason || `${row.institution} · ${row.email}`}</span>
            </span>
          </li>
        ))}
      </ul>
      {ready.length > READY_SHOWN && (
        <p className={css.position}>Dan {number(ready.length - READY_SHOWN)} lain yang siap diundang.</p>
      )}
    </>
  )
}
