import type { ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { writePoint } from '../map/point'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import factList from '../ui/fact-list.module.css'
import { dayAndDate, number, shortDate, span, time } from '../words/format'
import { countPeople, type Draft, type Invitee, type NewAgenda } from './draft'
import { Refusal } from './Refusal'
import { summary } from './RepeatFields'
import css from './ReviewAgenda.module.css'
import { useSeriesPreview } from './series-preview'
import { KIND, VISIBILITY } from './words'

interface ReviewAgendaProps {
  agenda: NewAgenda
  draft: Draft
  /** The name of the room that is booked. */
  room: string
  problem: Problem | null
  busy: boolean
  onPublish: () => void
  onEdit: () => void
}

/** The whole invitation once more before it goes out. */
export function ReviewAgenda({ agenda, draft, room, problem, busy, onPublish, onEdit }: ReviewAgendaProps) {
  const { invited } = draft
  const { sittings: sessions = [], leaving_minutes: leaving } = agenda
  const divided = sessions.length > 0
  return (
    <>
      {problem && <Refusal error={problem} />}
      <dl className={factList.list}>
        <Line term="Jenis">{KIND[agenda.kind ?? 'rapat']}</Line>
        <Line term="Judul">{agenda.title}</Line>
        {agenda.description && <Line term="Uraian">{agenda.description}</Line>}
        <Line term="Waktu">
          {dayAndDate(agenda.starts_at)}
          <br />
          {span(agenda.starts_at, agenda.ends_at)}
        </Line>
        {draft.repeats && (
          <Line term="Berulang">
            <Repeating draft={draft} />
          </Line>
        )}
        <Line term="Tempat">{agenda.place}</Line>
        {room && <Line term="Ruang rapat">{room}, dipesan untuk jam ini{draft.repeats && ' pada setiap tanggal'}</Line>}
        {agenda.point && <Line term="Titik di peta">{writePoint(agenda.point)}</Line>}
        {agenda.online_link && <Line term="Tautan daring">{agenda.online_link}</Line>}
        {agenda.dress && <Line term="Pakaian">{agenda.dress}</Line>}
        {divided && (
          <Line term="Sesi">
            <ol>
              {sessions.map((session, index) => (
                <li key={index}>
                  {session.title}: {span(session.starts_at, session.ends_at)}, {shortDate(session.starts_at)}
                </li>
              ))}
            </ol>
          </Line>
        )}
        <Line term="Absensi">
          {divided ? (
            `Sendiri-sendiri pada ${number(sessions.length)} sesi.`
          ) : (
            <>
              Dibuka {agenda.opens_at ? time(agenda.opens_at) : '30 menit sebelum mulai'}, ditutup{' '}
              {agenda.closes_at ? time(agenda.closes_at) : (leaving && `${leaving} menit sesudah selesai`) || 'saat agenda selesai'}.
            </>
          )}
          {leaving && ` Jam pulang dicatat mulai ${leaving} menit sebelum selesai.`}
          {agenda.show_names && ' Nama yang baru hadir tampil di layar aula.'}
          {agenda.admit_guests && ' Tamu tanpa akun boleh menulis namanya sendiri.'}
          {agenda.asks_position && ' Ponsel yang memindai dimintai lokasinya.'}
        </Line>
        <Line term="Siapa boleh tahu">{VISIBILITY[agenda.visibility ?? 'internal'].join(': ')}</Line>
        <Line term="Diundang">
          <p className={css.total}>{number(countPeople(invited))} orang</p>
          <ul>
            {byOrganisation(invited).map(([organisation, people]) => (
              <li key={organisation}>
                {organisation}: {number(people)} orang
              </li>
            ))}
          </ul>
        </Line>
      </dl>
      <p>Undangan muncul di Kerja saya milik {number(countPeople(invited))} orang ini, dengan pengingat satu jam sebelum mulai.</p>
      {draft.repeats && <p>Mereka diberi tahu satu kali untuk seluruh seri. Tiap tanggal punya daftar hadir sendiri.</p>}
      <p>Lampiran dapat ditambahkan sesudah ini, di halaman agenda.</p>
      <div className={acts.acts}>
        <Button look="primary" busy={busy} onClick={onPublish}>
          Terbitkan undangan
        </Button>
        <Button icon="edit" onClick={onEdit}>
          Ubah isian
        </Button>
      </div>
    </>
  )
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={`${factList.fact} ${css.line}`}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Each office with how many of its people are invited, the largest first. */
function byOrganisation(invited: Invitee[]): [organisation: string, people: number][] {
  const counts = new Map<string, number>()
  for (const { organisation_name: name } of invited) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])
}

/** The days of the series once more, and which are skipped. */
function Repeating({ draft }: { draft: Draft }) {
  const { data } = useSeriesPreview(draft)
  if (!data) return 'Tanggalnya sedang dihitung.'
  const taken = data.days.filter((day) => !day.skipped)
  const [first, last] = [taken[0], taken.at(-1)]
  return (
    <>
      {data.words}
      <br />
      {summary(data.day_count, data.days.length - taken.length, 0)}
      {first && last && (
        <>
          <br />
          {dayAndDate(first.starts_at)} sampai {dayAndDate(last.starts_at)}
        </>
      )}
    </>
  )
}
