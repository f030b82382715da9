import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import css from './Notulen.module.css'
import type { Shown } from './NotulenPage'
import { ReasonDialog } from './ReasonDialog'

export const FINAL = 'Notulen final. Keputusannya menjadi tugas penanggung jawabnya.'

/** It lies before the chair, who approves it or gives it back. */
export function Waiting({ notulen }: { notulen: Shown }) {
  const [returning, setReturning] = useState(false)
  const approve = useCommand('eagenda_approve_notulen')
  const which = { agenda_id: notulen.agenda_id, version: notulen.version }
  return (
    <section className={css.card} aria-labelledby="putusan">
      <h2 id="putusan">Notulen ini menunggu persetujuan Anda</h2>
      <p>Sesudah disetujui, notulen final dan setiap keputusannya menjadi tugas penanggung jawabnya.</p>
      {approve.error && <Refusal error={approve.error} />}
      <div className={css.acts}>
        <Button
          look="primary"
          busy={approve.isPending}
          onClick={() => approve.mutate(which, { onSuccess: () => toast(FINAL) })}
        >
          Setujui notulen
        </Button>
        <Button onClick={() => setReturning(true)}>Kembalikan…</Button>
      </div>
      {returning && <ReturnDialog notulen={notulen} onClose={() => setReturning(false)} />}
    </section>
  )
}

interface ReturnDialogProps {
  notulen: Shown
  onClose: () => void
}

/** What is to be changed before it is approved. */
export function ReturnDialog({ notulen, onClose }: ReturnDialogProps) {
  const giveBack = useCommand('eagenda_return_notulen')
  return (
    <ReasonDialog
      title="Kembalikan notulen?"
      about={`${notulen.notulis.name} diberi tahu dan mengubahnya.`}
      label="Yang perlu diubah"
      act="Kembalikan"
      least={3}
      most={500}
      command={giveBack}
      onSend={(remark) => giveBack.mutateAsync({ agenda_id: notulen.agenda_id, version: notulen.version, remark })}
      said={`Dikembalikan kepada ${notulen.notulis.name}.`}
      onClose={onClose}
    />
  )
}
