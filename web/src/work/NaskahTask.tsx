import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { ChainRail } from '../naskah/ChainRail'
import { DecideMany } from '../naskah/DecideMany'
import { Preview } from '../naskah/Preview'
import { ReturnDialog, useApprove } from '../naskah/Turn'
import type { Naskah } from '../naskah/words'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A naskah whose turn is mine: read it on its paper, put the paraf, or give it back. */
export default function NaskahTask({ task, onSnooze }: TaskProps) {
  const shown = useAsk('eoffice_show_naskah', { naskah_id: task.within_id || task.subject_id })
  return (
    <Loaded query={shown} rows={3}>
      {({ naskah, version }) => <Turn {...{ task, onSnooze, naskah, version }} />}
    </Loaded>
  )
}

function Turn({ task, onSnooze, naskah, version }: TaskProps & { naskah: Naskah; version: number }) {
  const approve = useApprove(naskah, version)
  const [returning, setReturning] = useState(false)
  const [signing, setSigning] = useState(false)
  const checks = task.kind === 'naskah-to-check' && naskah.my_turn === 'check'
  return (
    <>
      {naskah.remark && <p>Dikembalikan: {naskah.remark}</p>}
      <TaskActs
        onSnooze={onSnooze}
        acts={[
          ...(checks ? [{ label: 'Paraf', look: 'primary' as const, busy: approve.isPending, run: () => void approve.run() }] : []),
          ...(naskah.my_turn === 'sign' ? [{ label: 'Tanda tangani…', look: 'primary' as const, run: () => setSigning(true) }] : []),
          ...(naskah.my_turn ? [{ label: 'Kembalikan…', run: () => setReturning(true) }] : []),
          { label: task.kind === 'naskah-to-mend' ? 'Perbaiki' : 'Buka', run: task.link },
        ]}
      >
        {approve.error && <Refusal error={approve.error} />}
      </TaskActs>
      <Preview naskahId={naskah.id} says={naskah.says} />
      <ChainRail naskah={naskah} />
      {signing && (
        <DecideMany
          deed="sign"
          naskah={[{ id: naskah.id, seen: { version, edition: naskah.edition }, title: naskah.says.hal, about: naskah.form.title }]}
          onClose={() => setSigning(false)}
        />
      )}
      {returning && <ReturnDialog naskah={naskah} version={version} onClose={() => setReturning(false)} />}
    </>
  )
}
