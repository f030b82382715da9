import { Tabs } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Link, useSearchParams } from 'wouter'
import { KIND } from '../agenda/words'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import type { Answer } from '../api/operations'
import { serverNow } from '../api/server-clock'
import { useMay, useSession } from '../api/session'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { save } from '../app/save'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { SelectField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { isoDate, longDate, number, time } from '../words/format'
import { AttendanceChart, type Bar, type Counts } from './AttendanceChart'
import { CountsTable } from './CountsTable'
import { FIRST_YEAR, MONTHS, type Months, monthSpan, monthsOf, percent } from './months.ts'
import css from './Recap.module.css'

type Recap = Answer<'eagenda_show_own_recap'>['recap']

/** All offices together, in the place of an office's id. */
const WHOLE_REGENCY = 'kabupaten'

const TABS = { saya: 'Saya', opd: 'OPD', kabupaten: 'Kabupaten' } as const
type Tab = keyof typeof TABS

/** How often people attended: mine, my office's, the regency's, as far as I may see them. */
export default function RecapPage() {
  const [search, setSearch] = useSearchParams()
  const organises = useMay('agenda.organise')
  const keeps = useMay('directory.manage-office')
  const watches = useMay('agenda.recaps')
  const may: Record<Tab, boolean> = { saya: true, opd: organises || keeps || watches, kabupaten: watches }
  const shown = (Object.keys(TABS) as Tab[]).filter((each) => may[each])
  const tab = shown.find((each) => each === search.get('tab')) ?? 'saya'
  const months = monthsOf(search, isoDate(serverNow()))
  useEffect(() => {
    addEventListener('beforeprint', openAllTables)
    return () => removeEventListener('beforeprint', openAllTables)
  }, [])
  const choose = (choice: Record<string, string>) =>
    setSearch({ ...Object.fromEntries(search), ...choice }, { replace: true })
  return (
    <Page
      title="Rekap kehadiran"
      above={<BackLink href="/agenda">Agenda</BackLink>}
      actions={
        <span className={css.onScreen}>
          <Button onClick={() => print()}>Cetak</Button>
        </span>
      }
    >
      <div className={css.filters}>
        <MonthFields months={months} onChoose={choose} />
      </div>
      <Printed months={months} />
      <Tabs value={tab} keepMounted={false} onChange={(value) => setSearch({ ...inAddress(months), tab: value ?? 'saya' }, { replace: true })}>
        <Tabs.List className={css.onScreen}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {TABS[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="saya" pt="md">
          <Own months={months} />
        </Tabs.Panel>
        {may.opd && (
          <Tabs.Panel value="opd" pt="md">
            <Office months={months} officeId={search.get('kantor') ?? ''} />
          </Tabs.Panel>
        )}
        {may.kabupaten && (
          <Tabs.Panel value="kabupaten" pt="md">
            <Office months={months} officeId={WHOLE_REGENCY} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  )
}

/** Paper cannot be opened: what stands behind a chart is printed with it. */
function openAllTables() {
  for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
}

const inAddress = ({ year, first_month: first, last_month: last }: Months) => ({
  tahun: String(year),
  dari: String(first),
  sampai: String(last),
})

function MonthFields({ months, onChoose }: { months: Months; onChoose: (choice: Record<string, string>) => void }) {
  const thisYear = Number(isoDate(serverNow()).slice(0, 4))
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => String(thisYear - back))
  const named = MONTHS.map((name, index) => [String(index + 1), name] as const)
  return (
    <>
      <SelectField
        label="Tahun"
        value={String(months.year)}
        onChange={(tahun) => onChoose({ tahun })}
        options={years.map((year) => [year, year] as const)}
      />
      <SelectField
        label="Dari bulan"
        value={String(months.first_month)}
        onChange={(dari) => onChoose({ dari, sampai: String(Math.max(Number(dari), months.last_month)) })}
        options={named}
      />
      <SelectField
        label="Sampai bulan"
        value={String(months.last_month)}
        onChange={(sampai) => onChoose({ sampai, dari: String(Math.min(Number(sampai), months.first_month)) })}
        options={named}
      />
    </>
  )
}

/** What the paper says and the screen says otherwise: of which months, by whom and when it was printed. */
function Printed({ months }: { months: Months }) {
  const session = useSession()
  const now = serverNow()
  return (
    <p className={css.printed}>
      {monthSpan(months)} · dicetak {longDate(now)} {time(now)}
      {'person' in session && ` oleh ${session.person.name}`} · {location.origin}
      {location.pathname}
    </p>
  )
}

function Own({ months }: { months: Months }) {
  const own = useAsk('eagenda_show_own_recap', { ...months })
  return (
    <Loaded query={own}>
      {({ recap, lists_on_the_way: waiting }) => (
        <section className={css.section} aria-label="Rekap saya">
          <Counting lists={waiting} />
          {recap.counts.meetings === 0 ? (
            <Empty icon="attendance" title={`Belum ada agenda Anda yang terhitung pada ${monthSpan(months)}.`}>
              <ButtonLink href="/agenda">Lihat agenda saya</ButtonLink>
            </Empty>
          ) : (
            <Figures recap={recap} months={months} whose="Anda" />
          )}
          <WhatCounts own />
        </section>
      )}
    </Loaded>
  )
}

function Office({ months, officeId }: { months: Months; officeId: string }) {
  const asked = { ...months, ...(officeId && { organisation_id: officeId }) }
  const organises = useMay('agenda.organise')
  const shown = useAsk('eagenda_show_office_recap', asked)
  if (shown.error?.status === 404) {
    return (
      <Empty icon="search" title={`Tidak ada rekap kantor ini pada ${monthSpan(months)}, atau bukan untuk Anda.`}>
        <ButtonLink href={`?${search({ ...inAddress(months), tab: 'opd' })}`}>Buka kantor saya</ButtonLink>
      </Empty>
    )
  }
  return (
    <Loaded query={shown}>
      {(office) => (
        <section className={css.section} aria-labelledby="kantor">
          <div className={css.heading}>
            <h2 id="kantor">{office.name}</h2>
            <Above office={office} asked={officeId} months={months} />
          </div>
          <Counting lists={office.lists_on_the_way} />
          {office.recap.counts.meetings === 0 ? (
            <Empty icon="attendance" title={`Belum ada agenda yang terhitung pada ${monthSpan(months)}.`}>
              {organises ? (
                <ButtonLink href="/agenda?tab=unit&waktu=lampau">Tutup daftar hadir agenda yang lampau</ButtonLink>
              ) : (
                <p>Pilih bulan lain, atau tunggu sampai penyelenggara menutup daftar hadirnya.</p>
              )}
            </Empty>
          ) : (
            <>
              <Figures recap={office.recap} months={months} whose={office.name} />
              <Below asked={asked} months={months} />
              {officeId !== WHOLE_REGENCY && <People asked={asked} />}
            </>
          )}
          <WhatCounts />
        </section>
      )}
    </Loaded>
  )
}

/** The way back up, once one has gone down. */
function Above({ office, asked, months }: { office: Answer<'eagenda_show_office_recap'>; asked: string; months: Months }) {
  const watches = useMay('agenda.recaps')
  if (asked === '' || asked === WHOLE_REGENCY) return null
  const regency = office.above_id === WHOLE_REGENCY
  if (regency && !watches) return <Link href={`?${search({ ...inAddress(months), tab: 'opd' })}`}>Kantor saya</Link>
  const up = regency ? { tab: 'kabupaten' } : { tab: 'opd', kantor: office.above_id }
  return (
    <span className={css.onScreen}>
      <Link href={`?${search({ ...inAddress(months), ...up })}`}>{regency ? 'Seluruh kabupaten' : 'Kantor di atasnya'}</Link>
      {' · '}
      <Link href={`?${search({ ...inAddress(months), tab: 'opd' })}`}>Kantor saya</Link>
    </span>
  )
}

const search = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString()

/** Closed lists that are not counted yet: what stands here may be too little. */
function Counting({ lists }: { lists: number }) {
  if (lists === 0) return null
  return (
    <Notice tone="info" title={`${number(lists)} daftar hadir sedang dihitung.`}>
      <p>Angka di bawah dapat bertambah. Muat ulang beberapa menit lagi.</p>
    </Notice>
  )
}

function WhatCounts({ own = false }: { own?: boolean }) {
  return (
    <p className={small.quiet}>
      Yang dihitung: agenda yang daftar hadirnya sudah ditutup. Terlambat berarti tercatat sesudah agenda dimulai. Diwakili
      hanya bila wakilnya hadir.{' '}
      {own ? 'Agenda rahasia terhitung di sini saja, tidak pada rekap OPD.' : 'Agenda rahasia tidak dihitung.'}
    </p>
  )
}

/** The figures, a chart of months or of kinds where there are several, and the numbers of both. */
function Figures({ recap, months, whose }: { recap: Recap; months: Months; whose: string }) {
  const { counts } = recap
  const byMonth = recap.by_month.map(({ month, counts: of }) => ({ label: MONTHS[month - 1] ?? '', counts: of }))
  const byKind = recap.by_kind.map(({ kind, counts: of }) => ({ label: KIND[kind], counts: of }))
  return (
    <>
      <dl className={css.figures}>
        <Figure term="Agenda" value={counts.meetings} />
        <Figure term="Diundang" value={counts.invited} />
        <Figure term="Hadir" value={counts.present}>
          {percent(counts.present, counts.invited)}
          {counts.late > 0 && `, ${number(counts.late)} terlambat`}
        </Figure>
        <Figure term="Diwakili" value={counts.represented} />
        <Figure term="Tidak hadir" value={counts.absent_answered + counts.absent_unanswered}>
          {counts.absent_unanswered > 0 && `${number(counts.absent_unanswered)} tanpa jawaban`}
        </Figure>
        {counts.deputised > 0 && <Figure term="Mewakili orang lain" value={counts.deputised} />}
      </dl>
      <AttendanceChart finding={finding(whose, byMonth, months)} bars={byMonth} />
      <details className={css.behind}>
        <summary>Angka per bulan</summary>
        <CountsTable caption="Angka per bulan" of="Bulan" rows={rowsOf(byMonth)} />
      </details>
      {byKind.length > 1 && (
        <>
          <AttendanceChart finding="Kehadiran menurut jenis agenda" bars={byKind} />
          <details className={css.behind}>
            <summary>Angka menurut jenis agenda</summary>
            <CountsTable caption="Angka menurut jenis agenda" of="Jenis" rows={rowsOf(byKind)} />
          </details>
        </>
      )}
    </>
  )
}

const rowsOf = (bars: Bar[]) => bars.map(({ label, counts }) => ({ id: label, name: label, counts }))

/** What the chart says, in words: the last month, and how it moved. */
function finding(whose: string, bars: Bar[], { year }: Months): string {
  const [before, last] = bars.slice(-2)
  const share = ({ counts }: { counts: Counts }) => Math.round((100 * counts.present) / Math.max(1, counts.invited))
  if (!before) return ''
  if (!last) return `${whose} hadir pada ${share(before)}% undangan, ${before.label} ${year}`
  const moved = share(last) - share(before)
  const how = moved === 0 ? 'sama dengan' : moved > 0 ? `naik ${moved} poin dari` : `turun ${-moved} poin dari`
  return `${whose} hadir pada ${share(last)}% undangan di bulan ${last.label}, ${how} ${before.label} ${year}`
}

function Figure({ term, value, children }: { term: string; value: number; children?: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">
        {number(value)}
        {children && <span>{children}</span>}
      </dd>
    </div>
  )
}

type Asked = Months & { organisation_id?: string }

/** The offices below, each the way down to its own. */
function Below({ asked, months }: { asked: Asked; months: Months }) {
  const list = useAskPages('eagenda_list_recapped_offices', asked)
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.data && items.length === 0) return null
  return (
    <section className={css.section} aria-labelledby="di-bawahnya">
      <div className={css.heading}>
        <h2 id="di-bawahnya">{asked.organisation_id === WHOLE_REGENCY ? 'Per OPD' : 'Kantor di bawahnya'}</h2>
        <Export asked={asked} of="offices" />
      </div>
      <Loaded query={list}>
        {() => (
          <>
            <CountsTable
              caption="Angka per kantor"
              of="Kantor"
              rows={items.map(({ organisation_id: id, name, counts }) => ({
                id,
                name: <Link href={`?${search({ ...inAddress(months), tab: 'opd', kantor: id })}`}>{name}</Link>,
                counts,
              }))}
            />
            <LoadMore list={list} shown={items.length} />
          </>
        )}
      </Loaded>
    </section>
  )
}

function People({ asked }: { asked: Asked }) {
  const list = useAskPages('eagenda_list_recapped_people', asked)
  return (
    <section className={css.section} aria-labelledby="per-orang">
      <div className={css.heading}>
        <h2 id="per-orang">Per orang</h2>
        <Export asked={asked} of="people" />
      </div>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty icon="people" title="Tidak ada pegawai kantor ini sendiri yang terhitung." />
          return (
            <>
              <CountsTable
                caption="Angka per orang"
                of="Nama"
                rows={items.map(({ person_id: id, name, position_title: about, counts }) => ({ id, name, about, counts }))}
              />
              <LoadMore list={list} shown={items.length} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function Export({ asked, of }: { asked: Asked; of: 'people' | 'offices' }) {
  const download = useMutation({
    mutationFn: () => fetchPaper('eagenda_export_recap', { ...asked, of }),
    onSuccess: (file) => save(file, `rekap-kehadiran-${of === 'people' ? 'orang' : 'kantor'}-${asked.year}.xlsx`),
  })
  return (
    <>
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        {of === 'people' ? 'Unduh Excel per orang' : 'Unduh Excel per kantor'}
      </Button>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}
