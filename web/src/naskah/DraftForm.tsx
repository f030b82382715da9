import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Refusal } from '../agenda/Refusal'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { ReasonDialog } from '../notulen/ReasonDialog'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import small from '../ui/small.module.css'
import { useNarrow } from '../ui/use-narrow'
import { time } from '../words/format'
import { ChainFields } from './ChainFields'
import { Thread } from './ChainRail'
import css from './Naskah.module.css'
import { NaskahForm } from './NaskahForm'
import { Preview } from './Preview'
import { useDraft } from './use-draft'
import type { Naskah } from './words'

interface DraftFormProps {
  naskah: Naskah
  version: number
  /** Of a checker who mends the text: what comes when they are done. */
  onDone?: () => void
}

/** The form beside its paper, kept as it is typed; then it is submitted. */
export default function DraftForm({ naskah, version, onDone }: DraftFormProps) {
  const draft = useDraft(naskah.id, { version, says: naskah.says })
  const choices = useAsk('eoffice_show_naskah_choices', { naskah_id: naskah.id })
  const submit = useCommand('eoffice_submit_naskah')
  const cancel = useCommand('eoffice_cancel_naskah')
  const client = useQueryClient()
  const narrow = useNarrow()
  const [looking, setLooking] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const { says, change } = draft
  const faults = [...(submit.error?.fieldErrors ?? []), ...(draft.problem?.fieldErrors ?? [])]
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer || it.pointer.startsWith(`${pointer}/`))?.detail

  async function send() {
    if (!(await draft.save())) return
    submit
      .mutateAsync({ naskah_id: naskah.id, version: draft.version() })
      .then(({ held_by: heldBy }) => toast(`Naskah diajukan. Sekarang di ${heldBy.join(', ')}.`))
      .catch(() => undefined)
  }

  async function done() {
    if (!(await draft.save())) return
    await client.invalidateQueries()
    onDone?.()
  }

  const preview = <Preview naskahId={naskah.id} says={says} />
  return (
    <div className={css.panes}>
      <form
        className={css.pane}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void (onDone ? done() : send())
        }}
      >
        {naskah.remark && (
          <Notice tone="warning" title="Dikembalikan untuk diperbaiki.">
            <p className={css.note}>{naskah.remark}</p>
          </Notice>
        )}
        {draft.conflict && (
          <Notice tone="warning" title="Naskah ini baru diubah di tempat lain." live>
            <p>Tulisan Anda di halaman ini belum tersimpan. Pilih yang dipakai.</p>
            <div className={acts.acts}>
              <Button onClick={() => void draft.settle('typed')}>Simpan tulisan saya</Button>
              <Button onClick={() => void draft.settle('stored')}>Pakai yang tersimpan</Button>
            </div>
          </Notice>
        )}
        <NaskahForm naskah={naskah} says={says} onChange={change} fault={fault} textAlone={onDone !== undefined} />
        {!onDone && choices.data && <ChainFields naskah={naskah} says={says} posts={choices.data.posts} onChange={change} fault={fault} />}
        {submit.error && faults.length === 0 && <Refusal error={submit.error} />}
        {submit.error && faults[0] && (
          <Notice tone="warning" title="Naskah belum lengkap." live>
            <p>{faults[0].detail}</p>
          </Notice>
        )}
        <div className={css.bar}>
          {onDone ? (
            <Button look="primary" onClick={() => void done()}>
              Selesai memperbaiki
            </Button>
          ) : (
            <Button look="primary" icon="send" busy={submit.isPending} onClick={() => void send()}>
              Ajukan
            </Button>
          )}
          {narrow && (
            <Button icon="eye" onClick={() => setLooking(true)}>
              Pratinjau
            </Button>
          )}
          {!onDone && (
            <Button look="danger" onClick={() => setCancelling(true)}>
              Batalkan…
            </Button>
          )}
          <span className={small.quiet} role="status">
            {saved(draft)}
          </span>
        </div>
        <Thread naskah={naskah} />
      </form>
      {!narrow && <div className={`${css.pane} ${css.side}`} role="region" aria-label="Kertas naskah" tabIndex={0}>{preview}</div>}
      {looking && (
        <Dialog title="Pratinjau" onClose={() => setLooking(false)}>
          {preview}
        </Dialog>
      )}
      {cancelling && (
        <ReasonDialog
          title="Batalkan naskah?"
          about="Naskahnya tetap tersimpan sebagai batal."
          label="Alasan"
          act="Batalkan naskah"
          least={3}
          most={200}
          danger
          command={cancel}
          onSend={(reason) => cancel.mutateAsync({ naskah_id: naskah.id, reason })}
          said="Naskah dibatalkan."
          onClose={() => setCancelling(false)}
        />
      )}
    </div>
  )
}

function saved({ conflict, problem, isSaved, savedAt }: ReturnType<typeof useDraft>): string {
  if (conflict) return 'Belum tersimpan'
  if (problem) return `Belum tersimpan: ${problem.fieldErrors[0]?.detail ?? problem.message}`
  if (!isSaved) return 'Menyimpan…'
  return savedAt ? `Tersimpan ${time(savedAt)}` : 'Tersimpan'
}
