import { SegmentedControl, Tabs } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import { useMay } from '../api/session'
import { Calendar } from '../calendar/Calendar'
import type { View } from '../calendar/days'
import { type Choice, chosenView, IN_ADDRESS as VIEWS, rememberView } from '../calendar/view'
import { ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { Empty } from '../ui/states'
import { AgendaRow } from './AgendaRow'
import css from './AgendasPage.module.css'
import { DraftList } from './DraftList'

type Period = 'upcoming' | 'past'

const IN_ADDRESS = { upcoming: 'mendatang', past: 'lampau' } as const satisfies Record<Period, string>

/** My invitations and what my office organises, as a list or a calendar; what is chosen stands in the address. */
export default function AgendasPage() {
  const [search, setSearch] = useSearchParams()
  const organises = useMay('agenda.organise')
  const leads = useMay('agenda.leadership')
  const tab = chosenTab(search.get('tab'), { unit: organises, pimpinan: leads })
  const period: Period = search.get('waktu') === IN_ADDRESS.past ? 'past' : 'upcoming'

  const view = chosenView(search.get('tampilan'))

  const choose = (choice: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...choice }, { replace: true })

  return (
    <Page
      title="Agenda"
      actions={
        <>
          <ButtonLink href="/agenda/rekap" icon="attendance">
            Rekap kehadiran
          </ButtonLink>
          {organises && <ButtonLink href="/tindak-lanjut">Tindak lanjut</ButtonLink>}
          {organises && (
            <ButtonLink href="/agenda/baru" look="primary" icon="plus">
              Buat agenda
            </ButtonLink>
          )}
        </>
      }
    >
      <Tabs value={tab} onChange={(value) => choose({ tab: value ?? 'undangan' })} keepMounted={false}>
        <div className={css.filters}>
          <Tabs.List>
            <Tabs.Tab value="undangan">{view === 'list' ? 'Undangan saya' : 'Agenda saya'}</Tabs.Tab>
            {organises && <Tabs.Tab value="unit">Diselenggarakan unit saya</Tabs.Tab>}
            {leads && <Tabs.Tab value="pimpinan">Pimpinan</Tabs.Tab>}
          </Tabs.List>
          <SegmentedControl
            aria-label="Tampilan"
            value={view}
            onChange={(value) => {
              rememberView(value as Choice)
              choose({ tampilan: VIEWS[value as Choice] })
            }}
            data={[
              { value: 'list', label: 'Daftar' },
              { value: 'month', label: 'Bulan' },
              { value: 'week', label: 'Minggu' },
              { value: 'day', label: 'Hari' },
            ]}
          />
          {view === 'list' && tab !== 'pimpinan' && (
            <SegmentedControl
              aria-label="Waktu"
              value={period}
              onChange={(value) => choose({ waktu: IN_ADDRESS[value as Period] })}
              data={[
                { value: 'upcoming', label: 'Mendatang' },
                { value: 'past', label: 'Lampau' },
              ]}
            />
          )}
        </div>
        <Tabs.Panel value="undangan">
          <DraftList />
          {view === 'list' ? <Invitations period={period} /> : <OwnCalendar view={view} organises={organises} />}
        </Tabs.Panel>
        <Tabs.Panel value="unit">
          {view === 'list' ? <Organised period={period} /> : <OfficeCalendar view={view} />}
        </Tabs.Panel>
        {leads && (
          <Tabs.Panel value="pimpinan">
            <LeadershipCalendar view={view} organises={organises} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  )
}

/** What I am invited to and what I organise. */
function OwnCalendar({ view, organises }: { view: View; organises: boolean }) {
  return (
    <Calendar
      view={view}
      operation="eagenda_show_calendar"
      empty={organises && <ButtonLink href="/agenda/baru">Buat agenda</ButtonLink>}
    />
  )
}

/** What my office and those below it organise; of one of them where there are several. */
function OfficeCalendar({ view }: { view: View }) {
  return (
    <Calendar
      view={view}
      operation="eagenda_show_office_calendar"
      empty={<ButtonLink href="/agenda/baru">Buat agenda</ButtonLink>}
    />
  )
}

/** What Bupati, Wakil Bupati and Sekretaris Daerah attend; its list is the week's. */
function LeadershipCalendar({ view, organises }: { view: Choice; organises: boolean }) {
  return (
    <>
      <p className={css.aside}>
        <a href="/publik/agenda">Halaman agenda pimpinan untuk masyarakat</a>
      </p>
      <Calendar
        view={view === 'list' ? 'week' : view}
        operation="eagenda_show_leadership_calendar"
        empty={organises && <ButtonLink href="/agenda/baru">Buat agenda</ButtonLink>}
      />
    </>
  )
}

/** The tab that the address asks for, where the person may see it. */
function chosenTab(asked: string | null, may: { unit: boolean; pimpinan: boolean }): 'undangan' | 'unit' | 'pimpinan' {
  return (asked === 'unit' || asked === 'pimpinan') && may[asked] ? asked : 'undangan'
}

function Invitations({ period }: { period: Period }) {
  const list = useAskPages('eagenda_list_invitations', { period })
  return (
    <AgendaList
      list={list}
      empty={period === 'upcoming' ? 'Belum ada undangan mendatang.' : 'Belum ada undangan yang lampau.'}
      row={(item: Answer<'eagenda_list_invitations'>['items'][number]) => (
        <AgendaRow key={item.agenda_id} id={item.agenda_id} attendedAt={item.attended_at} {...item} />
      )}
    />
  )
}

function Organised({ period }: { period: Period }) {
  const list = useAskPages('eagenda_list_agendas', { period })
  return (
    <AgendaList
      list={list}
      empty={period === 'upcoming' ? 'Unit Anda belum menyelenggarakan agenda.' : 'Belum ada agenda yang lampau.'}
      row={(item: Answer<'eagenda_list_agendas'>['items'][number]) => (
        <AgendaRow key={item.id} organiser={item.organiser_name} {...item} />
      )}
    />
  )
}

interface AgendaListProps<Item> {
  list: UseInfiniteQueryResult<{ pages: { items: Item[] }[] }>
  empty: string
  row: (item: Item) => ReactNode
}

function AgendaList<Item>({ list, empty, row }: AgendaListProps<Item>) {
  return (
    <Loaded query={list} rows={5}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty icon="agenda" title={empty} />
        return (
          <>
            <ul className={rowList.clipped}>{items.map(row)}</ul>
            <LoadMore list={list} shown={items.length} />
          </>
        )
      }}
    </Loaded>
  )
}
