import { type FormEvent, type ReactNode, useState } from 'react'
import { useCommand, useAsk } from '../app/queries'
import { Loaded } from '../app/Loaded'
import { toast } from '../app/toast'
import { JobProgress, Refused } from '../jobs/JobProgress'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { longDate, number, sentence, time } from '../words/format'
import css from './Rotation.module.css'
import { consequences, effects, given, officeBeside, type Rotation, STATE } from './words'

const A_SECOND = 1_000

/** One rotation: every difference that it makes, who decides, and how far it is. */
export default function RotationPage({ rotationId }: { rotationId: string }) {
  const shown = useAsk(
    'directory_show_rotation',
    { rotation_id: rotationId },
    { refetchInterval: ({ state }) => isMoving(state.data) && A_SECOND },
  )
  return (
    <Page
      title={shown.data ? `Mutasi ${longDate(shown.data.first_day)}` : 'Mutasi'}
      above={<BackLink href="/administrasi/mutasi">Mutasi</BackLink>}
      narrow
    >
      <Loaded query={shown}>
        {(rotation) => (
          <div className={css.steps}>
            <Standing rotation={rotation} />
            {rotation.apply && (
              <Step id="penerapan" title="Penerapan">
                <JobProgress job={rotation.apply} live={!rotation.undo} />
              </Step>
            )}
            {rotation.undo && (
              <Step id="pembatalan" title="Pembatalan">
                <JobProgress job={rotation.undo} live />
              </Step>
            )}
            {rotation.faults.length > 0 && <Faults rotation={rotation} />}
            <Differences rotation={rotation} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Which posts fall vacant and who is left without one, before the long list of who moves. */
export function Differences({ rotation }: { rotation: Rotation }) {
  return (
    <>
      {rotation.vacant.length > 0 && (
        <Step id="lowong" title={`${number(rotation.vacant.length)} jabatan menjadi lowong`}>
          <ul className={css.list}>
            {rotation.vacant.map(({ position_id: id, title, office }) => (
              <li key={id}>
                <p className={css.name}>{title}</p>
                {officeBeside({ title, office }) && <p className={css.still}>{office}</p>}
              </li>
            ))}
          </ul>
        </Step>
      )}
      {rotation.without_post.length > 0 && (
        <Step id="tanpa-jabatan" title={`${number(rotation.without_post.length)} orang tanpa jabatan definitif`}>
          <ul className={css.list}>
            {rotation.without_post.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Step>
      )}
      {rotation.moves.length > 0 && <Moves rotation={rotation} />}
    </>
  )
}

function isMoving(rotation: Rotation | undefined): boolean {
  return rotation?.apply?.state === 'started' || rotation?.undo?.state === 'started'
}

function Step({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={css.step} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** Where it stands, and what the reader may do about it. */
function Standing({ rotation }: { rotation: Rotation }) {
  const { state, basis, planned_by: plannedBy, planned_at: plannedAt, approved, cancelled } = rotation
  return (
    <Step id="keadaan" title={STATE[state]}>
      <p>Dasar: {basis}</p>
      <p className={css.still}>
        Disusun {plannedBy}, {longDate(plannedAt)} {time(plannedAt)}.
      </p>
      {rotation.moves.length > 0 && <p>{sentence(effects(rotation))}</p>}
      {approved && (
        <p className={css.still}>
          Disetujui {approved.name}, {longDate(approved.at)} {time(approved.at)}.
        </p>
      )}
      {cancelled && (
        <p className={css.still}>
          Dibatalkan {cancelled.name}, {longDate(cancelled.at)} {time(cancelled.at)}. Alasan: {cancelled.reason}
        </p>
      )}
      {state === 'planned' && rotation.is_own && (
        <Notice tone="info" title="Menunggu pengelola kepegawaian lain.">
          <p>Minta rekan Anda membuka halaman ini dan memeriksa setiap perubahan.</p>
        </Notice>
      )}
      {state === 'planned' && !rotation.is_own && <Approve rotation={rotation} />}
      {state === 'approved' && rotation.may_cancel && (
        <p>Berlaku sendiri mulai {longDate(rotation.first_day)} pukul 00.00 WIB. Sampai saat itu masih dapat dibatalkan.</p>
      )}
      {rotation.may_cancel && <Cancel rotation={rotation} />}
    </Step>
  )
}

function Approve({ rotation }: { rotation: Rotation }) {
  const [asking, setAsking] = useState(false)
  const approve = useCommand('directory_approve_rotation')
  const label = `Setujui ${number(rotation.moves.length)} perpindahan`
  return (
    <>
      <Button look="primary" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Dialog title={`${label}?`} onClose={() => setAsking(false)}>
          <p>
            Mulai {longDate(rotation.first_day)}, hak mengikuti jabatan baru. {number(rotation.vacant.length)} jabatan menjadi
            lowong, {number(rotation.without_post.length)} orang tanpa jabatan definitif.
          </p>
          <p>Dapat dibatalkan sampai sehari sebelumnya.</p>
          {approve.error && <Refused error={approve.error} />}
          <DialogActions>
            <Button
              look="primary"
              busy={approve.isPending}
              onClick={() => approve.mutate({ rotation_id: rotation.id }, { onSuccess: () => setAsking(false) })}
            >
              Setujui mutasi
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

/** Drops a plan, or gives back what an approved one has written ahead. */
function Cancel({ rotation }: { rotation: Rotation }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const cancel = useCommand('directory_cancel_rotation')
  const isApproved = rotation.state === 'approved'
  const label = isApproved ? 'Batalkan mutasi' : 'Buang rencana'

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!reason.trim())
    if (!reason.trim()) return
    cancel.mutate(
      { rotation_id: rotation.id, reason: reason.trim() },
      {
        onSuccess: () => {
          setAsking(false)
          toast(isApproved ? 'Mutasi dibatalkan. Jabatan dikembalikan seperti semula.' : 'Rencana dibuang.')
        },
      },
    )
  }

  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Dialog title={`${label}?`} onClose={() => setAsking(false)}>
          <form onSubmit={submit} noValidate className={css.form}>
            <p>
              {isApproved
                ? 'Semua jabatan kembali persis seperti sebelum mutasi ini disetujui.'
                : 'Tidak ada jabatan yang berpindah. Mutasi baru disusun dengan berkas baru.'}
            </p>
            {cancel.error && <Refused error={cancel.error} />}
            <TextArea
              label="Alasan"
              required
              value={reason}
              onChange={setReason}
              error={missing && !reason.trim() ? 'Isi alasannya.' : undefined}
            />
            <DialogActions>
              <Button type="submit" look="danger" busy={cancel.isPending}>
                {label}
              </Button>
              <Button onClick={() => setAsking(false)}>Kembali</Button>
            </DialogActions>
          </form>
        </Dialog>
      )}
    </>
  )
}

function Faults({ rotation }: { rotation: Rotation }) {
  return (
    <Step id="cacat" title={`${number(rotation.faults.length)} baris perlu diperbaiki`}>
      <p>Perbaiki di berkas Anda, lalu unggah lagi. Belum ada yang disusun.</p>
      <ul className={css.list} aria-label="Baris yang perlu diperbaiki">
        {rotation.faults.map(({ number: row, subject, detail }) => (
          <li key={row}>
            <p className={css.name}>
              Baris {number(row)}: {subject}
            </p>
            <p>{detail}</p>
          </li>
        ))}
      </ul>
      <ButtonLink href="/administrasi/mutasi/baru" look="primary" icon="upload">
        Unggah perbaikan
      </ButtonLink>
    </Step>
  )
}

function Moves({ rotation }: { rotation: Rotation }) {
  return (
    <Step id="perpindahan" title={`${number(rotation.moves.length)} perpindahan`}>
      <ol className={css.list} aria-labelledby="perpindahan">
        {rotation.moves.map((move) => (
          <li key={move.number}>
            <p className={css.name}>{move.name}</p>
            <p>
              → {given(move)}
              {officeBeside(move) && <span className={css.office}>, {move.office}</span>}
            </p>
            {consequences(move) && <p className={css.still}>{consequences(move)}</p>}
          </li>
        ))}
      </ol>
    </Step>
  )
}
