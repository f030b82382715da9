import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { useMay } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import type { Answer } from '../api/operations'
import { JobProgress } from '../jobs/JobProgress'
import { Button, ButtonLink } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import css from './Directory.module.css'
import { OrganisationDialog } from './OrganisationDialog'
import { PeopleSearch } from './PeopleSearch'
import { PersonDialog } from './PersonDialog'
import { KINDS, type OrganisationKind, TOP_KINDS } from './words'

const A_SECOND = 1_000

type Adding = 'person' | 'organisation' | null

/** Who is who: people by searching, organisations by their tree. */
export default function DirectoryPage() {
  const [adding, setAdding] = useState<Adding>(null)
  const managesOffice = useMay('directory.manage-office')
  const managesAll = useMay('directory.manage')
  return (
    <Page
      title="Direktori"
      actions={
        <>
          <ButtonLink href="/direktori/lowong">Jabatan lowong</ButtonLink>
          {managesAll && (
            <Button icon="plus" onClick={() => setAdding('organisation')}>
              Tambah organisasi
            </Button>
          )}
          {managesOffice && (
            <Button look="primary" icon="plus" onClick={() => setAdding('person')}>
              Tambah orang
            </Button>
          )}
        </>
      }
    >
      <PeopleSearch />
      {managesAll && <FillOffer />}
      <section className={css.section} aria-labelledby="organisasi">
        <h2 id="organisasi">Organisasi</h2>
        <ul className={css.tree}>
          {TOP_KINDS.map((kind) => (
            <Kind key={kind} kind={kind} />
          ))}
        </ul>
      </section>
      {adding === 'person' && <PersonDialog onClose={() => setAdding(null)} />}
      {adding === 'organisation' && <OrganisationDialog onClose={() => setAdding(null)} />}
    </Page>
  )
}

/** An office that has just begun has no kecamatan yet: the regency's own organisations are offered. */
function FillOffer() {
  const kecamatan = useAsk('directory_list_organisations', { kind: 'kecamatan' })
  const fill = useCommand('directory_fill_organisations')
  if (!fill.data && kecamatan.data?.items.length !== 0) return null
  return (
    <Notice tone="info" title={fill.data ? 'Susunan organisasi kabupaten' : 'Susunan organisasi kabupaten belum diisi.'}>
      {fill.data ? (
        <Filling jobId={fill.data.job_id} />
      ) : (
        <>
          <p>OPD, kecamatan, kelurahan, dan desa Kabupaten Mojokerto dapat diisi sekaligus. Yang sudah ada tidak diubah.</p>
          <Button busy={fill.isPending} onClick={() => fill.mutate({})}>
            Isi organisasi
          </Button>
          {fill.error && <Refusal error={fill.error} />}
        </>
      )}
    </Notice>
  )
}

/** How far the filling is; when it ends, the tree is asked for anew. */
function Filling({ jobId }: { jobId: string }) {
  const client = useQueryClient()
  const job = useAsk(
    'portal_show_job',
    { job_id: jobId },
    { refetchInterval: ({ state }) => (state.data && state.data.state !== 'started' ? false : A_SECOND) },
  )
  const hasEnded = job.data !== undefined && job.data.state !== 'started'
  useEffect(() => {
    if (hasEnded) void client.invalidateQueries({ queryKey: ['directory_list_organisations'] })
  }, [client, hasEnded])
  return job.data ? <JobProgress job={job.data} live /> : <p>Sedang diisi.</p>
}

/** What is unfolded, for whoever comes back to the tree. */
const opened = new Set<string>(['opd'])

function useOpened(id: string): [open: boolean, toggle: () => void] {
  const [open, setOpen] = useState(opened.has(id))
  return [
    open,
    () => {
      if (open) opened.delete(id)
      else opened.add(id)
      setOpen(!open)
    },
  ]
}

/** All of one kind at the top of the tree; asked for when it is opened. */
function Kind({ kind }: { kind: OrganisationKind }) {
  const [open, toggle] = useOpened(kind)
  return (
    <li>
      <Branch label={KINDS[kind]} open={open} onToggle={toggle}>
        <span className={css.kind}>{KINDS[kind]}</span>
      </Branch>
      {open && <Children kind={kind} />}
    </li>
  )
}

function Children({ parentId, kind }: { parentId?: string; kind?: OrganisationKind }) {
  const children = useAsk('directory_list_organisations', { ...(parentId && { parent_id: parentId }), ...(kind && { kind }) })
  return (
    <div className={css.children}>
      <Loaded query={children} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={css.about}>Belum ada.</p>
          ) : (
            <ul>
              {items.map((it) => (
                <Unit key={it.id} organisation={it} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function Unit({ organisation }: { organisation: Answer<'directory_list_organisations'>['items'][number] }) {
  const [open, toggle] = useOpened(organisation.id)
  const { id, name, has_units: hasUnits } = organisation
  const link = (
    <Link href={`/direktori/organisasi/${id}`} className={css.unit}>
      {name}
    </Link>
  )
  return (
    <li>
      {hasUnits ? (
        <Branch label={name} open={open} onToggle={toggle}>
          {link}
        </Branch>
      ) : (
        <div className={css.leaf}>{link}</div>
      )}
      {open && <Children parentId={id} />}
    </li>
  )
}

interface BranchProps {
  label: string
  open: boolean
  onToggle: () => void
  children: ReactNode
}

function Branch({ label, open, onToggle, children }: BranchProps) {
  return (
    <div className={css.branch}>
      <button type="button" className={css.toggle} aria-expanded={open} aria-label={`Bagian dari ${label}`} onClick={onToggle}>
        <Icon name="chevronDown" />
      </button>
      {children}
    </div>
  )
}
