import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { REPLY } from '../spot/words'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { SelectField } from '../ui/Field'
import { Page } from '../ui/Page'
import { Empty, Freshness, useNow } from '../ui/states'
import { useNarrow } from '../ui/use-narrow'
import { number, shortDate, span } from '../words/format'
import type { Agenda } from './AgendaPage'
import css from './AttendancePage.module.css'
import { CloseDialog } from './CloseDialog'
import { DownloadAttendanceTable, DownloadDaftarHadir, DownloadOfSessions } from './DownloadDaftarHadir'
import { GuestList, useGuests } from './GuestList'
import { Kiosks, useKiosks } from './Kiosks'
import { PresentList } from './PresentList'
import { ProvisionalScans } from './ProvisionalScans'
import { RefusedScans } from './RefusedScans'
import { runningSession } from './sessions'
import { SharedPhones } from './SharedPhones'
import { SheetSeal } from './SheetSeal'
import { AttendingOffices } from './AttendingOffices'
import { ByHandDialog } from './ByHandDialog'
import { SpotChecks, useSpotChecks } from '../spot/SpotChecks'
import checkRow from '../ui/check-row.module.css'

const A_SECOND = 1_000
const TEN_SECONDS = 10_000
/** Scans that were kept come late anyway. */
const KEPT = 5_000

const PERLU_DILIHAT = 'perlu-dilihat'

const VIEWS = [
  ['hadir', 'Hadir'],
  ['per-opd', 'Per OPD'],
  ['menunggu', 'Menunggu'],
  ['tamu', 'Tamu'],
  ['ditolak', 'Ditolak'],
  ['cek-acak', 'Cek acak'],
  ['satu-ponsel', 'Satu ponsel'],
  ['kios', 'Kios'],
] as const

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
      {agenda.sittings.length > 0 ? (
        <DownloadOfSessions agenda={agenda} />
      ) : (
        <>
          <DownloadDaftarHadir agenda={agenda} />
          <DownloadAttendanceTable agenda={agenda} />
        </>
      )}
      {closing && <CloseDialog agenda={agenda} onClose={() => setClosing(false)} />}
    </>
  )
}

function Attendance({ agenda }: { agenda: Agenda }) {
  const [search, setSearch] = useSearchParams()
  const open = agenda.state === 'scheduled'
  const now = useNow(TEN_SECONDS)
  const session =
    agenda.sittings.find(({ id }) => id === search.get('sesi')) ?? runningSession(agenda.sittings, now)
  const part = session ?? agenda
  const toReview = search.get('saring') === PERLU_DILIHAT
  const asked = { agenda_id: agenda.id, ...(session && { sitting_id: session.id }), ...(toReview && { to_review: true }) }
  const list = useAskPages('eagenda_list_attendance', asked, { refetchInterval: open && A_SECOND })
  const kept = useAskPages('eagenda_list_provisional_scans', { agenda_id: agenda.id }, { refetchInterval: open && KEPT })
  const leaving = agenda.leaving_minutes === null ? null : { until: open ? Date.parse(part.closes_at) : 0 }
  const drawn = useSpotChecks(agenda.id, open).data?.items ?? []
  const waiting = kept.data?.pages[0]?.waiting_count ?? 0
  const narrow = useNarrow()
  const kiosks = useKiosks(agenda.id, open)
  const hidden = [...(agenda.admit_guests ? [] : ['tamu']), ...(kiosks.length > 0 ? [] : ['kios'])]
  const views = VIEWS.filter(([name]) => !hidden.includes(name)).map(
    ([name, words]) => [name, name === 'menunggu' ? `${words} (${number(waiting)})` : words] as const,
  )
  const tab = views.find(([name]) => name === search.get('tab'))?.[0] ?? 'hadir'

  const look = (change: Record<string, string>) => {
    const { tab: chosen, saring, ...others }: Record<string, string> = { ...Object.fromEntries(search), ...change }
    const kept = { ...others, ...(saring && { saring }), ...(chosen && chosen !== 'hadir' && { tab: chosen }) }
    setSearch(kept, { replace: true })
  }

  return (
    <>
      {agenda.sheet && <SheetSeal sheet={agenda.sheet} />}
      {session && (
        <div className={css.session}>
          <SelectField
            label="Sesi"
            value={session.id}
            options={agenda.sittings.map((it) => [it.id, `${it.title}, ${sessionTime(it)}`] as const)}
            onChange={(sesi) => look({ sesi })}
          />
        </div>
      )}
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
                  {newest?.left_count != null && <Count term="Sudah pulang" value={newest.left_count} />}
                  <Count term="Belum" value={Math.max(0, invited - present)} />
                  <Count term="Diundang" value={invited} />
                  {agenda.admit_guests && <GuestCount agendaId={agenda.id} sessionId={session?.id} open={open} />}
                </dl>
                <div className={css.when}>
                  <p>Absensi {span(part.opens_at, part.closes_at)}</p>
                  {open && <Freshness asOf={list.dataUpdatedAt} />}
                </div>
              </div>
              <Tabs
                value={tab}
                keepMounted={false}
                onChange={(value) => look({ tab: value ?? 'hadir' })}
              >
                <Tabs.List className={css.tabs}>
                  {views.map(([value, label]) => (
                    <Tabs.Tab key={value} value={value}>
                      {label}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                {narrow && <SelectField label="Tampilkan" value={tab} options={views} onChange={(value) => look({ tab: value })} />}
                <Tabs.Panel value="hadir" className={css.panel}>
                  <div className={css.tools}>
                    {open && <ByHand agenda={agenda} part={part} />}
                    {agenda.asks_position && (
                      <ReviewSwitch
                        count={newest?.to_review_count ?? 0}
                        on={toReview}
                        onChange={(on) => look({ saring: on ? PERLU_DILIHAT : '' })}
                      />
                    )}
                  </div>
                  {items.length === 0 && toReview ? (
                    <Empty title="Tidak ada yang perlu dilihat. Ponsel yang terlihat di luar lokasi muncul di sini." />
                  ) : items.length === 0 ? (
                    <Empty icon="people" title="Belum ada yang hadir. Nama muncul di sini begitu kode dipindai." />
                  ) : (
                    <>
                      <PresentList items={items} leaving={leaving} flags={unverified(drawn)} />
                      <LoadMore list={list} shown={items.length} />
                    </>
                  )}
                </Tabs.Panel>
                <Tabs.Panel value="per-opd" className={css.panel}>
                  <AttendingOffices agenda={agenda} open={open} />
                </Tabs.Panel>
                <Tabs.Panel value="cek-acak" className={css.panel}>
                  <SpotChecks agenda={agenda} />
                </Tabs.Panel>
                <Tabs.Panel value="satu-ponsel" className={css.panel}>
                  <SharedPhones agendaId={agenda.id} />
                </Tabs.Panel>
                <Tabs.Panel value="kios" className={css.panel}>
                  <Kiosks agendaId={agenda.id} kiosks={kiosks} />
                </Tabs.Panel>
                <Tabs.Panel value="menunggu" className={css.panel}>
                  <ProvisionalScans agenda={agenda} list={kept} />
                </Tabs.Panel>
                <Tabs.Panel value="tamu" className={css.panel}>
                  <GuestList agendaId={agenda.id} sessionId={session?.id} open={open} />
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

/** Who was drawn in a spot check and did not say what the hall showed: a mark, and nothing more. */
function unverified(checks: Answer<'eagenda_list_spot_checks'>['items']): Map<string, string> {
  const drawn = checks.flatMap((check) => check.drawn)
  return new Map(
    drawn
      .filter(({ reply }) => reply === 'missed' || reply === 'mistaken')
      .map(({ person_id: id, reply }) => [id, REPLY[reply].word]),
  )
}

/** When a session is, in as few words as choosing it needs. */
const sessionTime = ({ starts_at: from, ends_at: to }: Agenda['sittings'][number]) => `${shortDate(from)} ${span(from, to)}`

/** For whoever cannot scan. */
function ByHand({ agenda, part }: { agenda: Agenda; part: Pick<Agenda, 'starts_at' | 'closes_at'> }) {
  const [writing, setWriting] = useState(false)
  return (
    <>
      <Button icon="keyboard" onClick={() => setWriting(true)}>
        Catat dengan tangan
      </Button>
      {writing && <ByHandDialog agenda={agenda} part={part} onClose={() => setWriting(false)} />}
    </>
  )
}

/** All who are present, or those alone at whom somebody should look. */
function ReviewSwitch({ count, on, onChange }: { count: number; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className={checkRow.row}>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>Hanya yang perlu dilihat: di luar lokasi ({number(count)})</span>
    </label>
  )
}

function GuestCount({ agendaId, sessionId, open }: { agendaId: string; sessionId: string | undefined; open: boolean }) {
  const guests = useGuests(agendaId, sessionId, open)
  return <Count term="Tamu" value={guests.data?.pages[0]?.guest_count ?? 0} />
}

function Count({ term, value }: { term: string; value: number }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">{number(value)}</dd>
    </div>
  )
}
