import { useState } from 'react'
import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { longDate } from '../words/format'
import { AppointDialog } from './AppointDialog'
import { today } from './dates'
import css from './Directory.module.css'
import { LastDayDialog } from './LastDayDialog'
import { PositionDialog } from './PositionDialog'
import { ACTING, type Position, rank, term } from './words'

type Holder = Position['holders'][number]
type Doing = 'appoint' | 'edit' | 'abolish' | Holder | null

/** A post: who holds it, who held and will hold it, and the acts that change that. */
export default function PositionPage({ positionId }: { positionId: string }) {
  const position = useAsk('directory_show_position', { position_id: positionId })
  const [doing, setDoing] = useState<Doing>(null)
  const data = position.data
  const changes = data?.manages && !(data.ends_on && data.ends_on < today())
  const close = () => setDoing(null)
  return (
    <Page
      title={data?.title ?? 'Jabatan'}
      above={
        data ? (
          <BackLink href={`/direktori/organisasi/${data.organisation_id}`}>{data.organisation_name}</BackLink>
        ) : (
          <BackLink href="/direktori">Direktori</BackLink>
        )
      }
      actions={
        changes && (
          <>
            <Button icon="edit" onClick={() => setDoing('edit')}>
              Ubah
            </Button>
            <Button look="primary" icon="plus" onClick={() => setDoing('appoint')}>
              Angkat pejabat
            </Button>
          </>
        )
      }
      narrow
    >
      <Loaded query={position}>
        {(it) => (
          <>
            {it.rank_class && <p>{rank(it.rank_class)}</p>}
            {it.ends_on && <p>Jabatan ini ada sampai {longDate(it.ends_on)}.</p>}
            <section className={css.section} aria-labelledby="sekarang">
              <h2 id="sekarang">Pejabat sekarang</h2>
              {it.vacant ? (
                <p className={css.vacant}>Lowong</p>
              ) : (
                <Holders
                  holders={it.holders.filter(({ holds }) => holds)}
                  label="Pejabat sekarang"
                  {...(changes && { onEnd: setDoing })}
                />
              )}
            </section>
            <History position={it} {...(changes && { onEnd: setDoing })} />
            {changes && !it.ends_on && (
              <p className={acts.acts}>
                <Button look="danger" onClick={() => setDoing('abolish')}>
                  Hapus jabatan
                </Button>
              </p>
            )}
            {doing === 'appoint' && <AppointDialog position={it} onClose={close} />}
            {doing === 'edit' && <PositionDialog position={it} organisationId={it.organisation_id} onClose={close} />}
            {doing === 'abolish' && <Abolish position={it} onClose={close} />}
            {doing !== null && typeof doing === 'object' && <End position={it} holder={doing} onClose={close} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function History({ position, onEnd }: { position: Position; onEnd?: (holder: Holder) => void }) {
  const day = today()
  const future = position.holders.filter(({ starts_on }) => starts_on > day)
  const past = position.holders.filter(({ holds, starts_on }) => !holds && starts_on <= day)
  return (
    <>
      {future.length > 0 && (
        <section className={css.section} aria-labelledby="nanti">
          <h2 id="nanti">Akan menjabat</h2>
          <Holders holders={future} label="Akan menjabat" {...(onEnd && { onEnd })} />
        </section>
      )}
      {past.length > 0 && (
        <section className={css.section} aria-labelledby="dulu">
          <h2 id="dulu">Pernah menjabat</h2>
          <Holders holders={past} label="Pernah menjabat" />
        </section>
      )}
    </>
  )
}

function Holders({ holders, label, onEnd }: { holders: Holder[]; label: string; onEnd?: (holder: Holder) => void }) {
  return (
    <ul className={rowList.clipped} aria-label={label}>
      {holders.map((it) => (
        <li key={`${it.person_id} ${it.starts_on}`} className={css.held}>
          <span>
            {ACTING[it.kind]} <Link href={`/direktori/orang/${it.person_id}`}>{it.name}</Link>
            <span className={css.about}> {term(it.starts_on, it.ends_on)}</span>
          </span>
          {onEnd && (
            <Button look="text" aria-label={`Akhiri masa jabatan ${it.name}`} onClick={() => onEnd(it)}>
              Akhiri
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function End({ position, holder, onClose }: { position: Position; holder: Holder; onClose: () => void }) {
  const end = useCommand('directory_end_appointment')
  return (
    <LastDayDialog
      title={`Akhiri masa jabatan ${holder.name}?`}
      act="Akhiri"
      command={end}
      onClose={onClose}
      onSend={(lastDay) =>
        end.mutate(
          {
            position_id: position.id,
            person_id: holder.person_id,
            starts_on: holder.starts_on,
            last_day: lastDay,
            version: position.version,
          },
          {
            onSuccess: () => {
              onClose()
              toast('Hari terakhir tercatat.')
            },
          },
        )
      }
    >
      Haknya dari jabatan ini berakhir sesudah hari itu.
    </LastDayDialog>
  )
}

function Abolish({ position, onClose }: { position: Position; onClose: () => void }) {
  const abolish = useCommand('directory_abolish_position')
  return (
    <LastDayDialog
      title={`Hapus jabatan ${position.title}?`}
      act="Hapus jabatan"
      command={abolish}
      onClose={onClose}
      onSend={(lastDay) =>
        abolish.mutate(
          { position_id: position.id, last_day: lastDay, version: position.position_version },
          {
            onSuccess: () => {
              onClose()
              toast('Hari terakhir jabatan tercatat.')
            },
          },
        )
      }
    >
      Setelah hari itu tidak ada yang dapat diangkat ke jabatan ini. Riwayatnya tetap tersimpan.
    </LastDayDialog>
  )
}
