import { useState } from 'react'
import { RejectDialog, type Scan, ScanWords } from '../agenda/ProvisionalScans'
import { Refusal } from '../agenda/Refusal'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { Button } from '../ui/Button'
import { Empty } from '../ui/states'
import { number } from '../words/format'
import { TaskActs } from './TaskActs'
import css from './Tasks.module.css'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

const MOST_AT_ONCE = 50

/** Scans that phones kept: who says that they were there, and the organiser's word. */
export default function ScansTask({ task, onSnooze }: TaskProps) {
  const list = useAskPages('eagenda_list_provisional_scans', { agenda_id: task.subject_id })
  const confirm = useCommand('eagenda_confirm_provisional_scans')
  const [rejecting, setRejecting] = useState<Scan | null>(null)
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const scans = pages.flatMap((page) => page.items)
        const together = scans.slice(0, MOST_AT_ONCE)
        if (scans.length === 0) return <Empty title="Tidak ada pindaian luring yang menunggu." />
        return (
          <>
            <p>Dipindai tanpa sinyal, jamnya menurut ponsel. Konfirmasi hanya yang Anda lihat hadir.</p>
            <ul className={css.scans} aria-label="Menunggu konfirmasi">
              {scans.map((scan) => (
                <li key={scan.id}>
                  <div>
                    <ScanWords scan={scan} />
                  </div>
                  <Button look="danger" onClick={() => setRejecting(scan)}>
                    Tolak<span className="visually-hidden"> {scan.name}</span>
                  </Button>
                </li>
              ))}
            </ul>
            <LoadMore list={list} shown={scans.length} />
            <TaskActs
              onSnooze={onSnooze}
              acts={[
                {
                  label: `Konfirmasi ${number(together.length)} orang`,
                  look: 'primary',
                  busy: confirm.isPending,
                  run: () =>
                    toastWhenDone(
                      confirm.mutateAsync({ agenda_id: task.subject_id, scan_ids: together.map(({ id }) => id) }),
                      ({ confirmed_count: count }) => `${number(count)} pindaian dikonfirmasi.`,
                    ),
                },
                { label: 'Buka kehadiran', run: task.link },
              ]}
            >
              {confirm.error && <Refusal error={confirm.error} />}
            </TaskActs>
            {rejecting && (
              <RejectDialog agendaId={task.subject_id} scan={rejecting} onClose={() => setRejecting(null)} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
