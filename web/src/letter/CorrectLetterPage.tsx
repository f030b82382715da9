import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { serverNow } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import { isoDate } from '../words/format'
import acts from '../ui/acts.module.css'
import css from './Letter.module.css'
import { LetterFields } from './LetterFields'
import { Pages } from './Pages'
import { type FieldName, type Letter, saidBy, typedOf } from './words'

const LEAST = 3

/** Correct what the book says of a letter, beside the letter itself. */
export default function CorrectLetterPage({ letterId }: { letterId: string }) {
  const shown = useAsk('eoffice_show_surat_masuk', { letter_id: letterId })
  return (
    <Page title="Perbaiki catatan surat" above={<BackLink href={`/surat/masuk/${letterId}`}>Surat</BackLink>}>
      <Loaded query={shown}>{({ letter, version }) => <CorrectForm key={version} letter={letter} version={version} />}</Loaded>
    </Page>
  )
}

function CorrectForm({ letter, version }: { letter: Letter; version: number }) {
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState(() => typedOf(letter))
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<Partial<Record<FieldName | 'reason', string>>>({})
  const correct = useCommand('eoffice_correct_surat_masuk')

  function submit(event: FormEvent) {
    event.preventDefault()
    const said = saidBy(typed, isoDate(serverNow()))
    const wrong = {
      ...('faults' in said ? said.faults : {}),
      ...(reason.trim().length < LEAST && { reason: 'Tulis mengapa diperbaiki.' }),
    }
    setFaults(wrong)
    if ('faults' in said || Object.keys(wrong).length > 0 || correct.isPending) return
    const body = { letter_id: letter.id, version, says: said.says, addressee_id: typed.addressee_id, reason: reason.trim() }
    toastWhenDone(
      correct.mutateAsync(body),
      ({ already }) => (already ? 'Tidak ada yang berubah.' : 'Catatan surat diperbaiki.'),
      () => navigate(`/surat/masuk/${letter.id}`),
    )
  }

  const refused = correct.error
  const fault = (name: FieldName | 'reason') =>
    faults[name] ?? refused?.fieldErrors.find((it) => it.pointer === `/says/${name}` || it.pointer === `/${name}`)?.detail
  return (
    <div className={css.panes}>
      <form className={css.form} onSubmit={submit} noValidate>
        <LetterFields
          typed={typed}
          proposed={new Set()}
          fault={fault}
          exceptId={letter.id}
          onChange={(part) => setTyped((was) => ({ ...was, ...part }))}
        />
        <TextField
          label="Alasan perbaikan"
          hint="Tercatat bersama isi yang lama"
          maxLength={200}
          value={reason}
          error={fault('reason')}
          onChange={setReason}
        />
        {refused && refused.fieldErrors.length === 0 && <Refusal error={refused} />}
        <div className={acts.acts}>
          <Button type="submit" look="primary" busy={correct.isPending}>
            Simpan perbaikan
          </Button>
        </div>
      </form>
      <div className={`${css.pane} ${css.side}`}>
        <Pages
          of={letter.file_name}
          id={`surat-${letter.id}`}
          pages={letter.pages}
          fetchPage={(page) => fetchPaper('eoffice_show_surat_masuk_page', { letter_id: letter.id, page })}
        />
      </div>
    </div>
  )
}
