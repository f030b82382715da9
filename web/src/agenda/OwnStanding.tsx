import { distanceWords } from '../map/point'
import { ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useNow } from '../ui/states'
import { sentence, shortDate, time } from '../words/format'
import type { Agenda } from './AgendaPage'
import { runningSession, type Session } from './sessions'

const A_MINUTE = 60_000

type Own = Session['own']
type Kept = NonNullable<Own['kept_scan']>

/** How I stand to an agenda that I am invited to; of several sessions, to the one that is running or next. */
export function OwnStanding({ agenda }: { agenda: Agenda }) {
  const now = useNow(A_MINUTE)
  const session = runningSession(agenda.sittings, now)
  const { opens_at: opens, closes_at: closes, leave_from: leave } = session ?? agenda
  const own = session?.own ?? agenda.own
  const named = session ? ` pada sesi “${session.title}”` : ''
  const open = agenda.state === 'scheduled'

  if (own?.attended_at) {
    const { attended_at: at, left_at: left, distance } = own
    return (
      <Notice tone="success" title={`Anda hadir${named}, tercatat ${shortDate(at)} pukul ${time(at)}.`}>
        {distance && <p>Lokasi ponsel: {distanceWords(distance)}.</p>}
        {left && <p>Pulang pukul {time(left)}.</p>}
        {!left && leave && <Leaving own={own} {...{ leave, closes, now, open }} />}
      </Notice>
    )
  }
  if (own?.kept_scan) return <KeptScanStanding kept={own.kept_scan} open={open} />
  if (!open) return null
  if (now < Date.parse(opens)) {
    return (
      <Notice tone="info" title={`Anda diundang${named}.`}>
        <p>
          Absensi dibuka {shortDate(opens)} pukul {time(opens)}.
        </p>
      </Notice>
    )
  }
  if (now < Date.parse(closes)) {
    return (
      <Notice tone="info" title={`Anda diundang dan belum tercatat hadir${named}.`}>
        <Scan look={agenda.may_organise ? 'default' : 'primary'} words="Pindai kehadiran" />
        <ButtonLink href="/kode-saya" look="text" icon="person">
          Kode saya untuk kios
        </ButtonLink>
      </Notice>
    )
  }
  return <Notice tone="warning" title={`Anda diundang dan tidak tercatat hadir${named}.`} />
}

const Scan = ({ look, words }: { look: 'default' | 'primary'; words: string }) => (
  <ButtonLink href="/pindai" look={look} icon="scan">
    {words}
  </ButtonLink>
)

/** That I have to scan once more when I leave, or that nobody knows when I did. */
function Leaving(it: { own: Own; leave: string; closes: string; now: number; open: boolean }) {
  const { kept_leaving: kept } = it.own
  if (kept?.state === 'waiting' && it.open) return <p>Jam pulang Anda menunggu konfirmasi penyelenggara.</p>
  if (kept?.state === 'rejected') return <p>{sentence(`Pindaian pulang Anda ditolak: ${kept.reason ?? '–'}`)}</p>
  if (!it.open || it.now >= Date.parse(it.closes)) return <p>Jam pulang Anda tidak tercatat.</p>
  if (it.now < Date.parse(it.leave)) return <p>Pindai lagi saat pulang, mulai pukul {time(it.leave)}.</p>
  return <Scan look="default" words="Pindai untuk pulang" />
}

/** What became of my scan that was kept without a network. */
function KeptScanStanding({ kept, open }: { kept: Kept; open: boolean }) {
  const when = `Dipindai luring pukul ${time(kept.scanned_at)} menurut jam ponsel.`
  if (kept.state === 'rejected') {
    return (
      <Notice tone="error" title="Pindaian luring Anda ditolak penyelenggara.">
        <p>{sentence(`Alasan: ${kept.reason ?? '–'}`)}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warning" title={open ? 'Menunggu konfirmasi penyelenggara.' : 'Pindaian luring Anda tidak dikonfirmasi.'}>
      <p>{when}</p>
    </Notice>
  )
}
