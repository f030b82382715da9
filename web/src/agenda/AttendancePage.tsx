import { Table, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { BREAKPOINTS } from '../theme/tokens.ts'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { Empty, Freshness } from '../ui/states'
import { clock, clockWithSeconds, nip, number, span } from '../words/format'
import type { Agenda } from './AgendaPage'
import css from './AttendancePage.module.css'
import { CloseDialog } from './CloseDialog'
import { DownloadDaftarHadir } from './DownloadDaftarHadir'
import { SheetSeal } from './SheetSeal'

const A_SECOND = 1_000
const TEN_SECONDS = 10_000

/** Who has come, as it happens. */
export default function AttendancePage({ agendaId }: { agendaId: string }) {
  const agenda = useAsk('eagenda_show_agenda', { agenda_id: agendaId }, { refetchInterval: TEN_SECONDS })
  return (
    <Page
      title="Daftar hadir"
      above={<BackLink href={`/agenda/${agendaId}`}>{agenda.data?.title ?? 'Agenda'}</BackLink>}
      actions={agenda.data?.may_organise && <Acts agenda={agenda.data} />}
    >
      <Loaded query={agenda}>{(data) => <Attendance agenda={data} />}</Loaded>
    </Page>
  )
}

function Acts({ agenda }: { agenda: Agenda }) {
  const [closing, setClosing] = useState(false)
  return (
    <>
      {agenda.state === 'scheduled' && (
        <Button icon="lock" onClick={() => setClosing(true)}>
          Tutup absensi
        </Button>
      )}
      <DownloadDaftarHadir agenda={agenda} />
      {closing && <CloseDialog agenda={agenda} onClose={() => setClosing(false)} />}
    </>
  )
}

function Attendance({ agenda }: { agenda: Agenda }) {
  const [search, setSearch] = useSearchParams()
  const open = agenda.state === 'scheduled'
  const list = useAskPages('eagenda_list_attendance', { agenda_id: agenda.id }, { refetchInterval: open && A_SECOND })
  const tab = search.get('tab') === 'ditolak' ? 'ditolak' : 'hadir'

  return (
    <>
      {agenda.sheet && <SheetSeal sheet={agenda.sheet} />}
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          const newest = pages[0]
          const present = newest?.present_count ?? 0
          const invited = newest?.invited_count ?? 0
          return (
            <>
              <div className={css.head}>
                <dl className={css.counts}>
                  <Count term="Hadir" value={present} />
                  <Count term="Belum" value={Math.max(0, invited - present)} />
                  <Count term="Diundang" value={invited} />
                </dl>
                <div className={css.when}>
                  <p>Absensi {span(agenda.opens_at, agenda.closes_at)}</p>
                  {open && <Freshness asOf={list.dataUpdatedAt} />}
                </div>
              </div>
              <Tabs
                value={tab}
                keepMounted={false}
                onChange={(value) => setSearch(value === 'ditolak' ? { tab: 'ditolak' } : {}, { replace: true })}
              >
                <Tabs.List>
                  <Tabs.Tab value="hadir">Hadir</Tabs.Tab>
                  <Tabs.Tab value="ditolak">Pindaian ditolak</Tabs.Tab>
                </Tabs.List>
                <Tabs.Panel value="hadir" className={css.panel}>
                  {items.length === 0 ? (
                    <Empty icon="people" title="Belum ada yang hadir. Nama muncul di sini begitu kode dipindai." />
                  ) : (
                    <>
                      <PresentList items={items} />
                      <LoadMore list={list} shown={items.length} />
                    </>
                  )}
                </Tabs.Panel>
                <Tabs.Panel value="ditolak" className={css.panel}>
                  <RefusedScans agendaId={agenda.id} open={open} />
                </Tabs.Panel>
              </Tabs>
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Count({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">{number(value)}</dd>
    </div>
  )
}

type Present = Answer<'eagenda_list_attendance'>['items'][number]

const METHOD = { link: 'Pindai', short_code: 'Ketik kode' } as const satisfies Record<Present['method'], string>

/** A table where there is room, cards where there isn't. */
function PresentList({ items }: { items: Present[] }) {
  const narrow = useNarrow()
  if (narrow) {
    return (
      <ul className={css.cards} aria-label="Yang hadir">
        {items.map((present, index) => (
          <li key={present.person_id} className={css.card}>
            <h2>
              {number(index + 1)}. {present.name}
            </h2>
            <p>
              {present.position_title}, {present.organisation_name}
            </p>
            {present.nip && <p className="figures">NIP {nip(present.nip)}</p>}
            <p>
              {clock(present.attended_at)} · {METHOD[present.method]}
            </p>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table className={css.table} verticalSpacing="xs" highlightOnHover>
      <Table.Caption className="visually-hidden">Yang hadir</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {['No', 'Nama', 'NIP', 'Unit', 'Pukul', 'Cara'].map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {items.map((present, index) => (
          <Table.Tr key={present.person_id}>
            <Table.Td>{number(index + 1)}</Table.Td>
            <Table.Th scope="row" className={css.name}>
              {present.name}
              <span>{present.position_title}</span>
            </Table.Th>
            <Table.Td>{present.nip ? nip(present.nip) : '–'}</Table.Td>
            <Table.Td className={css.unit}>{present.organisation_name}</Table.Td>
            <Table.Td>{clockWithSeconds(present.attended_at)}</Table.Td>
            <Table.Td>{METHOD[present.method]}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const REASON: Record<string, string> = {
  'not-invited': 'Tidak diundang',
  'code-expired': 'Kode kedaluwarsa',
  'attendance-not-open': 'Absensi belum dibuka',
  'attendance-over': 'Absensi sudah ditutup',
  'agenda-cancelled': 'Agenda dibatalkan',
}

function RefusedScans({ agendaId, open }: { agendaId: string; open: boolean }) {
  const list = useAskPages('eagenda_list_refused_scans', { agenda_id: agendaId }, { refetchInterval: open && A_SECOND })
  const narrow = useNarrow()
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty title="Tidak ada pindaian yang ditolak." />
        return (
          <>
            {narrow ? (
              <ul className={css.cards} aria-label="Pindaian ditolak">
                {items.map(({ name, reason, at }) => (
                  <li key={name + at} className={css.card}>
                    <h2>{name}</h2>
                    <p>
                      {clockWithSeconds(at)} · {REASON[reason] ?? reason}
                    </p>
                  </li>
                ))}
              </ul>
            ) : (
              <Table className={css.table} verticalSpacing="xs">
                <Table.Caption className="visually-hidden">Pindaian ditolak</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Nama</Table.Th>
                    <Table.Th scope="col">Alasan</Table.Th>
                    <Table.Th scope="col">Pukul</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody className="figures">
                  {items.map(({ name, reason, at }) => (
                    <Table.Tr key={name + at}>
                      <Table.Th scope="row" className={css.name}>
                        {name}
                      </Table.Th>
                      <Table.Td>{REASON[reason] ?? reason}</Table.Td>
                      <Table.Td>{clockWithSeconds(at)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <LoadMore list={list} shown={items.length} />
          </>
        )
      }}
    </Loaded>
  )
}

function useNarrow(): boolean {
  return useMediaQuery(`(max-width: ${BREAKPOINTS.md - 1}px)`, undefined, { getInitialValueInEffect: false })
}
