import { useState } from 'react'
import { useMay } from '../api/session'
import { serverNow } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Refused } from '../jobs/JobProgress'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { isoDate } from '../words/format'
import css from './Absence.module.css'
import { AssignDialog } from './AssignDialog'
import { DeclareDialog } from './DeclareDialog'
import { type Absence, AIDE, dayBefore, days, KIND, type OwnPost, type Shown } from './words'

/** When somebody is away, and who acts for them: one's own in *Profil*, another's for who manages the office. */
export function Absences({ personId }: { personId?: string }) {
  const shown = useAsk('directory_show_absences', personId ? { person_id: personId } : {})
  return (
    <Loaded query={shown} rows={2}>
      {(data) => (
        <>
          <Own shown={data} isOwn={!personId} />
          <ActingFor shown={data} isOwn={!personId} />
        </>
      )}
    </Loaded>
  )
}

function Own({ shown, isOwn }: { shown: Shown; isOwn: boolean }) {
  const [declaring, setDeclaring] = useState(false)
  const [leftAlone, setLeftAlone] = useState<readonly string[]>([])
  return (
    <section className={css.card} aria-labelledby="ketidakhadiran">
      <h2 id="ketidakhadiran">{isOwn ? 'Ketidakhadiran saya' : `Ketidakhadiran ${shown.name}`}</h2>
      {shown.items.length === 0 && <p className={css.still}>Tidak ada ketidakhadiran yang akan datang.</p>}
      <ul className={css.list}>
        {shown.items.map((absence) => (
          <li key={absence.id}>
            <h3>
              {KIND[absence.kind]}
              {absence.lasts && ' · hari ini'}
            </h3>
            <p>{days(absence.starts_on, absence.ends_on)}</p>
            {absence.basis && <p className={css.still}>Surat perintah {absence.basis}</p>}
            <EndAbsence absence={absence} personId={isOwn ? null : shown.person_id} />
          </li>
        ))}
      </ul>
      {leftAlone.length > 0 && (
        <Notice tone="warning" title="Jabatan ini belum memiliki Plh." live>
          <p>{leftAlone.join('; ')}. Minta atasan menunjuk Plh., lalu catat lagi dengan penggantinya.</p>
        </Notice>
      )}
      <Button onClick={() => setDeclaring(true)} icon="plus">
        Catat ketidakhadiran
      </Button>
      {declaring && (
        <DeclareDialog
          shown={shown}
          isOwn={isOwn}
          onClose={() => setDeclaring(false)}
          onDeclared={(alone) => {
            setDeclaring(false)
            setLeftAlone(alone)
          }}
        />
      )}
    </section>
  )
}

/** Back earlier than planned, or not away after all. */
function EndAbsence({ absence, personId }: { absence: Absence; personId: string | null }) {
  const [asking, setAsking] = useState(false)
  const end = useCommand('directory_end_absence')
  const label = absence.lasts ? 'Sudah kembali hari ini' : 'Batalkan'
  const lastDay = dayBefore(absence.lasts ? isoDate(serverNow()) : absence.starts_on)

  return (
    <>
      <Button onClick={() => setAsking(true)}>{label}</Button>
      {asking && (
        <Dialog title={`${label}?`} onClose={() => setAsking(false)}>
          <p>
            {KIND[absence.kind]}, {days(absence.starts_on, absence.ends_on)}. Plh. yang ditunjuk untuknya ikut berakhir.
          </p>
          {end.error && <Refused error={end.error} />}
          <DialogActions>
            <Button
              look="primary"
              busy={end.isPending}
              onClick={() =>
                end.mutate(
                  { absence_id: absence.id, last_day: lastDay, person_id: personId },
                  {
                    onSuccess: () => {
                      setAsking(false)
                      toast('Ketidakhadiran diakhiri.')
                    },
                  },
                )
              }
            >
              {absence.lasts ? 'Akhiri sekarang' : 'Batalkan ketidakhadiran'}
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

function ActingFor({ shown, isOwn }: { shown: Shown; isOwn: boolean }) {
  const { posts, acts_in: actsIn, prepares_for: preparesFor } = shown
  const leads = posts.filter((post) => post.may_have_stand_in || post.aides.length > 0)
  if (leads.length + actsIn.length + preparesFor.length === 0) return null
  return (
    <section className={css.card} aria-labelledby="yang-bertindak">
      <h2 id="yang-bertindak">{isOwn ? 'Yang bertindak untuk saya' : 'Yang bertindak untuknya'}</h2>
      <ul className={css.list}>
        {leads.map((post) => (
          <li key={post.position_id}>
            <h3>{post.title}</h3>
            {post.stand_ins.length + post.aides.length === 0 && <p className={css.still}>Belum ada.</p>}
            {post.stand_ins.map(({ name, starts_on: from, ends_on: to }) => (
              <p key={`${name} ${from}`}>
                Plh. {name}, {days(from, to)}
              </p>
            ))}
            {post.aides.map((aide) => (
              <AideLine key={`${aide.aide_position_id} ${aide.starts_on}`} post={post} aide={aide} />
            ))}
            <AddAide post={post} />
          </li>
        ))}
      </ul>
      {actsIn.length > 0 && (
        <>
          <h3>{isOwn ? 'Saya bertindak sebagai' : 'Bertindak sebagai'}</h3>
          <ul className={css.lines}>
            {actsIn.map(({ title, starts_on: from, ends_on: to }) => (
              <li key={`${title} ${from}`}>
                {title}, {days(from, to)}
              </li>
            ))}
          </ul>
        </>
      )}
      {preparesFor.length > 0 && (
        <>
          <h3>Menyiapkan atas nama</h3>
          <ul className={css.lines}>
            {preparesFor.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Who prepares in the chief's name; the post stays it, whoever holds it. */
function AideLine({ post, aide }: { post: OwnPost; aide: OwnPost['aides'][number] }) {
  const [asking, setAsking] = useState(false)
  const end = useCommand('directory_end_aide')
  const today = isoDate(serverNow())
  return (
    <div className={css.aide}>
      <p>
        {AIDE[aide.kind]}: {aide.title}
        <span className={css.still}>
          {' '}
          ({aide.name}), {days(aide.starts_on, aide.ends_on)}
        </span>
      </p>
      <Button look="text" onClick={() => setAsking(true)}>
        Akhiri<span className="visually-hidden"> {aide.title}</span>
      </Button>
      {asking && (
        <Dialog title={`Akhiri ${AIDE[aide.kind].toLowerCase()}?`} onClose={() => setAsking(false)}>
          <p>
            Mulai hari ini {aide.title} tidak lagi menyiapkan atas nama {post.title}.
          </p>
          {end.error && <Refused error={end.error} />}
          <DialogActions>
            <Button
              look="primary"
              busy={end.isPending}
              onClick={() =>
                end.mutate(
                  {
                    position_id: post.position_id,
                    aide_position_id: aide.aide_position_id,
                    starts_on: aide.starts_on,
                    last_day: dayBefore(today),
                  },
                  { onSuccess: () => setAsking(false) },
                )
              }
            >
              Akhiri
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  )
}

function AddAide({ post }: { post: OwnPost }) {
  const [assigning, setAssigning] = useState(false)
  const seeks = useMay('directory.read')
  if (!seeks) return null
  return (
    <>
      <Button look="text" icon="plus" onClick={() => setAssigning(true)}>
        Tambah sekretaris atau ajudan
      </Button>
      {assigning && <AssignDialog post={post} onClose={() => setAssigning(false)} />}
    </>
  )
}
