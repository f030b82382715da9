import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { DecideDialog, ProposalFacts } from '../tables/ProposalCard'
import { during } from '../tables/words'
import { Notice } from '../ui/Notice'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A row of a table that somebody proposed: what would change, beside what holds, and the decision. */
export default function ProposalTask({ task, onSnooze }: TaskProps) {
  const table = useAsk('tables_show_table', { table_id: task.within_id })
  const approve = useCommand('tables_approve_proposal')
  const [rejecting, setRejecting] = useState(false)
  return (
    <Loaded query={table}>
      {(data) => {
        const proposal = data.proposals.find(({ id }) => id === task.subject_id)
        if (!proposal) return <Notice tone="info" title="Usulan ini tidak tampil lagi di tabelnya." />
        return (
          <>
            <ProposalFacts table={data} proposal={proposal} />
            <TaskActs
              onSnooze={onSnooze}
              acts={[
                {
                  label: 'Setujui',
                  look: 'primary',
                  busy: approve.isPending,
                  run: () =>
                    toastWhenDone(
                      approve.mutateAsync({ proposal_id: proposal.id, table_version: data.version }),
                      () => `Disetujui. ${during(proposal.valid_from, proposal.valid_to)}.`,
                    ),
                },
                { label: 'Tolak usulan', look: 'danger', run: () => setRejecting(true) },
                { label: 'Buka tabel', run: task.link },
              ]}
            >
              {approve.error && <Refusal error={approve.error} />}
            </TaskActs>
            {rejecting && (
              <DecideDialog
                operation="tables_reject_proposal"
                proposal={proposal}
                label="Tolak usulan"
                done="Usulan ditolak."
                onClose={() => setRejecting(false)}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
