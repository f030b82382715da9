import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, command } from '../api/client'
import { asProblem } from '../api/problem'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { ProposalFacts } from '../tables/ProposalCard'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { number } from '../words/format'
import css from './Tasks.module.css'
import type { Task } from './words'

interface ApproveManyProps {
  tasks: Task[]
  /** Called with those that are done. */
  onClose: (done: string[]) => void
}

/** What became of one of them: nothing yet, done, or why not. */
type Result = { done: true } | { done: false; why: string }

/** Several proposals at once: each is shown, then decided by itself, and says by itself what became of it. */
export default function ApproveMany({ tasks, onClose }: ApproveManyProps) {
  const client = useQueryClient()
  const [results, setResults] = useState<Record<string, Result>>({})
  const [running, setRunning] = useState(false)
  const [keys] = useState(() => new Map(tasks.map(({ id }) => [id, crypto.randomUUID()])))
  const done = tasks.filter(({ id }) => results[id]?.done)
  const open = tasks.filter(({ id }) => !results[id]?.done)
  const failed = tasks.filter(({ id }) => results[id]?.done === false)

  async function approveAll() {
    setRunning(true)
    /** A table's version rises with each approval of ours; anybody else's shows as a refusal. */
    const versions = new Map<string, number>()
    for (const task of open) {
      let result: Result = { done: true }
      try {
        const version = versions.get(task.within_id) ?? (await seenVersion(task.within_id))
        const body = { proposal_id: task.subject_id, table_version: version }
        await command('tables_approve_proposal', body, keys.get(task.id) ?? '')
        versions.set(task.within_id, version + 1)
      } catch (error) {
        const problem = asProblem(error)
        versions.delete(task.within_id)
        result = { done: false, why: `${problem.message} ${problem.detail}` }
      }
      setResults((before) => ({ ...before, [task.id]: result }))
    }
    setRunning(false)
  }

  /** As it was shown here, where it was. */
  async function seenVersion(tableId: string): Promise<number> {
    const parameters = { table_id: tableId }
    const shown = failed.length === 0 && client.getQueryData<{ version: number }>(['tables_show_table', parameters])
    return (shown || (await ask('tables_show_table', parameters))).version
  }

  function close() {
    onClose(done.map(({ id }) => id))
    void client.invalidateQueries()
  }

  return (
    <Dialog title={`Setujui ${number(open.length || tasks.length)} usulan?`} onClose={close}>
      <ul className={css.checked}>
        {tasks.map((task) => (
          <li key={task.id}>
            <h3>{task.title}</h3>
            <Outcome result={results[task.id]} />
            {!results[task.id]?.done && <Facts task={task} />}
          </li>
        ))}
      </ul>
      <p role="status">
        {done.length > 0 && `${number(done.length)} disetujui`}
        {failed.length > 0 && ` · ${number(failed.length)} belum`}
      </p>
      <DialogActions>
        {open.length > 0 && (
          <Button look="primary" busy={running} onClick={() => void approveAll()}>
            {failed.length > 0 ? `Coba lagi ${number(open.length)}` : `Setujui ${number(open.length)}`}
          </Button>
        )}
        <Button onClick={close}>{done.length > 0 ? 'Selesai' : 'Kembali'}</Button>
      </DialogActions>
    </Dialog>
  )
}

function Outcome({ result }: { result: Result | undefined }) {
  if (!result) return null
  return result.done ? (
    <p className={css.done}>
      <Icon name="circleCheck" size={16} /> Disetujui
    </p>
  ) : (
    <p className={css.failed}>
      <Icon name="circleX" size={16} /> {result.why}
    </p>
  )
}

function Facts({ task }: { task: Task }) {
  const table = useAsk('tables_show_table', { table_id: task.within_id })
  return (
    <Loaded query={table} rows={1}>
      {(data) => {
        const proposal = data.proposals.find(({ id }) => id === task.subject_id)
        return proposal && <ProposalFacts table={data} proposal={proposal} />
      }}
    </Loaded>
  )
}
