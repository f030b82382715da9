import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { Attachments } from '../attachment/Attachments'
import { givesCertificates } from '../certificate/kinds'
import { geoLink, writePoint } from '../map/point'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import factList from '../ui/fact-list.module.css'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { useNow } from '../ui/states'
import { dayAndDate, number, outOf, sentence, shortDate, span, time } from '../words/format'
import { AddToCalendar } from './AddToCalendar'
import css from './AgendaPage.module.css'
import { AgendaState } from './AgendaState'
import { CancelDialog } from './CancelDialog'
import { CloseDialog } from './CloseDialog'
import { DownloadDaftarHadir, DownloadOfSessions } from './DownloadDaftarHadir'
import { Materials, ShareDialog } from './Materials'
import { OwnAnswer } from './OwnAnswer'
import { OwnStanding } from './OwnStanding'
import { Sessions } from './Sessions'
import { SeriesDays } from './SeriesDays'
import { SeriesMark } from './SeriesMark'
import { SheetSeal } from './SheetSeal'
import { KIND, VISIBILITY } from './words'

export type Agenda = Answer<'eagenda_show_agenda'>

const PlaceMap = lazy(() => import('../map/PlaceMap').catch(() => ({ default: () => null })))

const A_MINUTE = 60_000

export default function AgendaPage({ agendaId }: { agendaId: string }) {
  const agenda = useAsk('eagenda_show_agenda', { agenda_id: agendaId })
  return (
    <Page
      title={agenda.data?.title ?? 'Agenda'}
      above={<BackLink href="/agenda">Agenda</BackLink>}
    >
      <Loaded query={agenda}>{(data) => <AgendaDetail agenda={data} />}</Loaded>
    </Page>
  )
}

function AgendaDetail({ agenda }: { agenda: Agenda }) {
  const { starts_at: from, ends_at: to, state } = agenda
  return (
    <div className={css.columns}>
      <div className={css.facts}>
        {state === 'cancelled' && (
          <Notice tone="error" title="Agenda ini dibatalkan.">
            {agenda.cancel_reason && <p>{sentence(`Alasan: ${agenda.cancel_reason}`)}</p>}
          </Notice>
        )}
        {agenda.last_move && state === 'scheduled' && <Moved move={agenda.last_move} />}
        {agenda.invited && <OwnStanding agenda={agenda} />}
        {agenda.invited && agenda.state === 'scheduled' && !agenda.attended_at && <OwnAnswerUntilOver agenda={agenda} />}
        <dl className={factList.list}>
          <Fact term="Status">
            <AgendaState {...{ state, from, to }} />
          </Fact>
          <Fact term="Jenis">
            {KIND[agenda.kind]} {agenda.in_series && <SeriesMark />}
          </Fact>
          <Fact term="Waktu">
            {dayAndDate(from)}
            <br />
            {span(from, to)}
          </Fact>
          <Fact term="Tempat">
            {agenda.place}
            {agenda.room && (
              <>
                <br />
                {agenda.room.name === agenda.place ? 'Ruang dipesan' : `Ruang dipesan: ${agenda.room.name}`}
              </>
            )}
            {agenda.point && <Place point={agenda.point} />}
          </Fact>
          {agenda.online_link && (
            <Fact term="Tautan daring">
              <a href={agenda.online_link} target="_blank" rel="noreferrer" className={css.link}>
                {agenda.online_link}
              </a>
            </Fact>
          )}
          {agenda.dress && <Fact term="Pakaian">{agenda.dress}</Fact>}
          <Fact term="Penyelenggara">
            {agenda.organiser_name}
            <br />
            {agenda.organisation_name}
          </Fact>
          {agenda.sittings.length > 0 ? (
            <Fact term="Sesi">
              <Sessions agenda={agenda} />
            </Fact>
          ) : (
            <Fact term="Absensi">{span(agenda.opens_at, agenda.closes_at)}</Fact>
          )}
          {agenda.asks_position && (
            <Fact term="Lokasi ponsel">Diminta sesudah memindai. Yang disimpan jaraknya saja; boleh ditolak.</Fact>
          )}
          {agenda.leaving_minutes !== null && (
            <Fact term="Jam pulang">Dicatat dengan memindai lagi, mulai {agenda.leaving_minutes} menit sebelum selesai</Fact>
          )}
          <Fact term="Siapa boleh tahu">{VISIBILITY[agenda.visibility].join(': ')}</Fact>
          <Fact term="Diundang">{number(agenda.invited_count)} orang</Fact>
          {agenda.sittings.length === 0 && <Fact term="Hadir">{outOf(agenda.present_count, agenda.invited_count)}</Fact>}
          {agenda.description && (
            <Fact term="Uraian">
              <span className={css.prose}>{agenda.description}</span>
            </Fact>
          )}
        </dl>
        {state === 'scheduled' && <AddToCalendar agenda={agenda} />}
        {agenda.in_series && <SeriesDays agendaId={agenda.id} />}
        {agenda.materials && <Materials agenda={agenda} />}
        {agenda.invited && !agenda.may_organise && state !== 'cancelled' && <NotulenWhenOver agenda={agenda} />}
        {agenda.sheet && <SheetSeal sheet={agenda.sheet} />}
        <Attachments agenda={agenda} />
      </div>
      {agenda.may_organise && <OrganiserActs agenda={agenda} />}
    </div>
  )
}

/** The place on a map of our own, and the way to the maps of the phone. */
function Place({ point }: { point: NonNullable<Agenda['point']> }) {
  return (
    <div className={css.place}>
      <Suspense>
        <PlaceMap point={point} radius={point.radius_metres ?? null} />
      </Suspense>
      <p>
        <a href={geoLink(point)} className={css.link}>
          Buka di peta
        </a>{' '}
        <span className="figures">({writePoint(point)})</span>
      </p>
    </div>
  )
}

/** That the agenda is not where or when it was first said to be. */
function Moved({ move }: { move: NonNullable<Agenda['last_move']> }) {
  return (
    <Notice tone="warning" title="Waktu atau tempat agenda ini berubah.">
      <p>
        Semula {dayAndDate(move.starts_at)}, {span(move.starts_at, move.ends_at)}, di {move.place}
        {move.sittings.length > 0 &&
          `, sesi ${move.sittings.map((it) => `${it.title} ${shortDate(it.starts_at)} ${span(it.starts_at, it.ends_at)}`).join('; ')}`}
        .
      </p>
      <p>
        {sentence(`Alasan: ${move.reason}`)} Diubah oleh {move.by}, {shortDate(move.at)} pukul {time(move.at)}.
      </p>
    </Notice>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={factList.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function OwnAnswerUntilOver({ agenda }: { agenda: Agenda }) {
  return useNow(A_MINUTE) < Date.parse(agenda.ends_at) && <OwnAnswer agenda={agenda} />
}

function NotulenWhenOver({ agenda }: { agenda: Agenda }) {
  return (
    useNow(A_MINUTE) >= Date.parse(agenda.ends_at) && (
      <div>
        <ButtonLink href={`/agenda/${agenda.id}/notulen`} icon="edit">
          Notulen
        </ButtonLink>
      </div>
    )
  )
}

/** What the organiser can do now. */
function OrganiserActs({ agenda }: { agenda: Agenda }) {
  const [asking, setAsking] = useState<'cancel' | 'close' | 'share' | null>(null)
  const now = useNow(A_MINUTE)
  const scheduled = agenda.state === 'scheduled'
  const over = now >= Date.parse(agenda.closes_at)
  const begun = now >= Date.parse(agenda.opens_at)
  const Download = agenda.sittings.length > 0 ? DownloadOfSessions : DownloadDaftarHadir
  return (
    <section className={css.acts} aria-labelledby="penyelenggara">
      <h2 id="penyelenggara">Untuk penyelenggara</h2>
      {scheduled && !over && (
        <ButtonLink href={`/agenda/${agenda.id}/layar`} look="primary" icon="hall" wide>
          Tampilkan di layar aula
        </ButtonLink>
      )}
      {scheduled && !over && (
        <ButtonLink href={`/agenda/${agenda.id}/kios`} icon="scan" wide>
          Buka kios di pintu
        </ButtonLink>
      )}
      <ButtonLink href={`/agenda/${agenda.id}/undangan`} icon="people" wide>
        Yang diundang
      </ButtonLink>
      <ButtonLink href={`/agenda/${agenda.id}/kehadiran`} icon="attendance" wide>
        Daftar hadir
      </ButtonLink>
      {agenda.state !== 'cancelled' && (
        <ButtonLink href={`/agenda/${agenda.id}/notulen`} icon="edit" wide>
          Notulen dan keputusan
        </ButtonLink>
      )}
      {agenda.sheet && givesCertificates(agenda) && (
        <ButtonLink href={`/agenda/${agenda.id}/sertifikat`} icon="certificate" wide>
          Sertifikat
        </ButtonLink>
      )}
      {scheduled && now < Date.parse(agenda.ends_at) && (
        <ButtonLink href={`/agenda/${agenda.id}/ubah`} icon="edit" wide>
          Ubah atau pindahkan
        </ButtonLink>
      )}
      {agenda.state !== 'cancelled' && begun && <Download agenda={agenda} wide />}
      {scheduled && begun && (
        <Button icon="lock" wide onClick={() => setAsking('close')}>
          Tutup absensi
        </Button>
      )}
      {scheduled && !over && (
        <Button look="danger" icon="cancelled" wide onClick={() => setAsking('cancel')}>
          Batalkan agenda
        </Button>
      )}
      {agenda.state !== 'cancelled' && now >= Date.parse(agenda.ends_at) && (
        <Button icon="link" wide onClick={() => setAsking('share')}>
          Bagikan rekaman dan paparan
        </Button>
      )}
      {asking === 'share' && <ShareDialog agenda={agenda} onClose={() => setAsking(null)} />}
      {asking === 'cancel' && <CancelDialog agenda={agenda} onClose={() => setAsking(null)} />}
      {asking === 'close' && <CloseDialog agenda={agenda} onClose={() => setAsking(null)} />}
    </section>
  )
}
