import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchPaper } from '../api/client'
import type { Problem } from '../api/problem'
import { useSession } from '../api/session'
import { useCommand } from '../app/queries'
import { save } from '../app/save'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { ProgressBar } from '../ui/ProgressBar'
import { RequestId, useNow } from '../ui/states'
import { number } from '../words/format'
import css from './JobProgress.module.css'
import { type Job, progressText, standsStill, talliesText } from './progress'

const ENDED = { started: '', completed: 'Pekerjaan selesai.', cancelled: 'Pekerjaan dibatalkan.' } as const

interface JobProgressProps {
  job: Job
  /** Say aloud when it ends, and show what it refused; where it is the one thing of its page. */
  live?: boolean
}

/** How far a job is, what became of its rows so far, and what can be done about it; for any page that started one. */
export function JobProgress({ job, live = false }: JobProgressProps) {
  const now = useNow(1_000)
  const session = useSession()
  // Whoever started it downloads its report; others who work on the same thing see how far it is.
  const isOwn = 'person' in session && session.person.id === job.owner_id
  const mayKeep = isOwn || job.is_for_watchers
  const tallies = talliesText(job)
  return (
    <div className={css.job}>
      {job.state === 'started' && <ProgressBar label={job.title} value={job.done} max={job.total} />}
      <p>{progressText(job, now)}</p>
      {live && (
        <p className="visually-hidden" role="status">
          {ENDED[job.state]}
        </p>
      )}
      {tallies && <p className={css.tallies}>{tallies}</p>}
      {job.state === 'started' && (
        <p className={css.still}>
          {standsStill(job, now)
            ? 'Pekerjaan dilanjutkan sendiri begitu server bisa. Bila tetap diam, hubungi administrator kabupaten.'
            : 'Anda boleh meninggalkan halaman ini; pekerjaan tetap berjalan.'}
        </p>
      )}
      {live && <RefusedRows job={job} />}
      {!job.has_report && <p className={css.still}>Laporannya sudah dihapus setelah masa simpannya lewat.</p>}
      <div className={acts.acts}>
        {mayKeep && job.done > 0 && job.has_report && <DownloadReport job={job} />}
        {isOwn && job.state === 'started' && job.is_cancellable && <CancelJob job={job} />}
      </div>
    </div>
  )
}

/** The first rows that were refused, so that most files are mended without opening the report. */
function RefusedRows({ job }: { job: Job }) {
  const rows = job.first_refused
  if (rows.length === 0) return null
  return (
    <>
      <ul className={css.refused} aria-label="Baris yang ditolak">
        {rows.map((row) => (
          <li key={row.number}>
            <p>
              Baris {number(row.number)}: {row.subject || 'tanpa nama'}
            </p>
            <p className={css.still}>{row.detail}</p>
          </li>
        ))}
      </ul>
      {job.refused > rows.length && (
        <p className={css.still}>Dan {number(job.refused - rows.length)} baris lain; semuanya ada di laporan.</p>
      )}
    </>
  )
}

function DownloadReport({ job }: { job: Job }) {
  const download = useMutation({
    mutationFn: () => fetchPaper('portal_download_job_report', { job_id: job.id }),
    onSuccess: (file) => save(file, `laporan-${job.id}.xlsx`),
  })
  return (
    <>
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        Unduh laporan
      </Button>
      {download.error && <Refused error={download.error} />}
    </>
  )
}

function CancelJob({ job }: { job: Job }) {
  const [asking, setAsking] = useState(false)
  const cancel = useCommand('portal_cancel_job')
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        Batalkan
      </Button>
      {asking && (
        <Dialog title="Batalkan pekerjaan ini?" onClose={() => setAsking(false)}>
          <p>{job.title} berhenti di tengah dan tidak dilanjutkan lagi.</p>
          {cancel.error && <Refused error={cancel.error} />}
          <DialogActions>
            <Button
              look="danger"
              busy={cancel.isPending}
              onClick={() => cancel.mutate({ job_id: job.id }, { onSuccess: () => setAsking(false) })}
            >
              Batalkan pekerjaan
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

/** Why something was refused, and the way out. */
export function Refused({ error }: { error: Problem }) {
  return (
    <Notice tone="error" title={error.message} live>
      {error.detail && <p>{error.detail}</p>}
      <RequestId problem={error} />
    </Notice>
  )
}
