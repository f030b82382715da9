import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { DateField } from '../agenda/DateField'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { Empty } from '../ui/states'
import { longDate, typedDate } from '../words/format'
import { parsed, today, todayTyped } from './dates'
import css from './Directory.module.css'
import { LastDayDialog } from './LastDayDialog'
import { OrganisationDialog } from './OrganisationDialog'
import { PositionDialog } from './PositionDialog'
import { ACTING, KINDS, type Organisation, type Post, rank, term } from './words'

type Doing = 'edit' | 'unit' | 'post' | 'dissolve' | null

/** An organisation: its units, its posts with who holds them on a day, and what its administrator may do. */
export default function OrganisationPage({ organisationId }: { organisationId: string }) {
  const [search, setSearch] = useSearchParams()
  const day = search.get('tanggal') ?? ''
  const [typed, setTyped] = useState(() => (day ? typedDate(day) : todayTyped()))
  const [doing, setDoing] = useState<Doing>(null)
  const organisation = useAsk('directory_show_organisation', { organisation_id: organisationId, ...(day && { day }) })
  const data = organisation.data
  const above = data?.above[0]
  const close = () => setDoing(null)

  function look(text: string) {
    setTyped(text)
    const found = parsed(text)
    if (found) setSearch(found === today() ? {} : { tanggal: found }, { replace: true })
  }

  return (
    <Page
      title={data?.name ?? 'Organisasi'}
      above={
        above ? (
          <BackLink href={`/direktori/organisasi/${above.id}`}>{above.name}</BackLink>
        ) : (
          <BackLink href="/direktori">Direktori</BackLink>
        )
      }
      actions={
        data?.manages &&
        !data.ends_on && (
          <>
            <Button icon="edit" onClick={() => setDoing('edit')}>
              Ubah
            </Button>
            <Button icon="plus" onClick={() => setDoing('unit')}>
              Tambah unit
            </Button>
            <Button look="primary" icon="plus" onClick={() => setDoing('post')}>
              Tambah jabatan
            </Button>
          </>
        )
      }
    >
      <Loaded query={organisation} rows={5}>
        {(it) => (
          <>
            <Facts organisation={it} />
            <section className={css.section} aria-labelledby="jabatan">
              <h2 id="jabatan">Jabatan</h2>
              <div className={css.day}>
                <DateField
                  id="tanggal"
                  label="Lihat pada tanggal"
                  value={typed}
                  onChange={look}
                  onBlur={() => undefined}
                  anyDay
                  error={typed && !parsed(typed) ? 'Tanggal ini tidak terbaca.' : undefined}
                />
              </div>
              {day && <p role="status">Pejabat pada {longDate(day)}.</p>}
              <Posts posts={it.posts} />
            </section>
            <Units organisationId={it.id} />
            <p className={acts.acts}>
              <ButtonLink href={`/direktori/lowong?organisasi=${it.id}`}>Jabatan lowong di sini</ButtonLink>
              {it.manages && !it.ends_on && (
                <Button look="danger" onClick={() => setDoing('dissolve')}>
                  Bubarkan
                </Button>
              )}
            </p>
            {doing === 'edit' && <OrganisationDialog organisation={it} onClose={close} />}
            {doing === 'unit' && <OrganisationDialog parent={it} onClose={close} />}
            {doing === 'post' && <PositionDialog organisationId={it.id} onClose={close} />}
            {doing === 'dissolve' && <Dissolve organisation={it} onClose={close} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Facts({ organisation: it }: { organisation: Organisation }) {
  const facts = [
    ['Jenis', KINDS[it.kind]],
    ['Nama singkat', it.short_name],
    ['Kode wilayah', it.code],
    ['Alamat', it.address],
    ['Kontak', it.contact],
    ['Dibubarkan', it.ends_on && `hari terakhir ${longDate(it.ends_on)}`],
  ].filter(([, text]) => text)
  return (
    <dl className={css.facts}>
      {facts.map(([word, text]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function Posts({ posts }: { posts: Post[] }) {
  if (posts.length === 0) return <Empty icon="people" title="Belum ada jabatan pada tanggal ini." />
  return (
    <ul className={rowList.clipped} aria-label="Jabatan">
      {posts.map((post) => (
        <li key={post.id} className={`${css.row} ${css.post}`}>
          <Link href={`/direktori/jabatan/${post.id}`} className={`${rowList.whole} ${css.whole}`}>
            {post.title}
          </Link>
          <span className={css.about}>{rank(post.rank_class)}</span>
          {post.holders.length === 0 && <span className={css.vacant}>Lowong</span>}
          {post.holders.map((held) => (
            <span key={held.person_id} className={css.holder}>
              {ACTING[held.kind]} {held.name}
              <span className={css.about}> {term(held.starts_on, held.ends_on)}</span>
            </span>
          ))}
          {post.ends_on && <span className={css.ends}>Dihapus: hari terakhir {longDate(post.ends_on)}</span>}
        </li>
      ))}
    </ul>
  )
}

function Units({ organisationId }: { organisationId: string }) {
  const units = useAsk('directory_list_organisations', { parent_id: organisationId })
  if (!units.data || units.data.items.length === 0) return null
  return (
    <section className={css.section} aria-labelledby="unit">
      <h2 id="unit">Unit di bawahnya</h2>
      <ul className={rowList.clipped}>
        {units.data.items.map(({ id, name }) => (
          <li key={id} className={css.row}>
            <Link href={`/direktori/organisasi/${id}`} className={`${rowList.whole} ${css.whole}`}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dissolve({ organisation: it, onClose }: { organisation: Organisation; onClose: () => void }) {
  const dissolve = useCommand('directory_dissolve_organisation')
  return (
    <LastDayDialog
      title={`Bubarkan ${it.name}?`}
      act="Bubarkan"
      command={dissolve}
      onClose={onClose}
      onSend={(lastDay) =>
        dissolve.mutate(
          { organisation_id: it.id, last_day: lastDay, version: it.version },
          {
            onSuccess: () => {
              onClose()
              toast('Hari terakhir tercatat.')
            },
          },
        )
      }
    >
      Setelah hari itu tidak ada yang dapat diangkat di sini. Riwayatnya tetap tersimpan.
    </LastDayDialog>
  )
}
