import { useNow } from '../ui/states'
import { clock, outOf, shortDate, span } from '../words/format'
import type { Agenda } from './AgendaPage'
import type { Session } from './sessions'
import css from './Sessions.module.css'

const A_MINUTE = 60_000

/** The sessions of an agenda: when each is, how many came, and whether I did. */
export function Sessions({ agenda }: { agenda: Agenda }) {
  const now = useNow(A_MINUTE)
  return (
    <ol className={css.sessions}>
      {agenda.sittings.map((session) => (
        <li key={session.id}>
          <strong>{session.title}</strong>
          <br />
          {shortDate(session.starts_at)}, {span(session.starts_at, session.ends_at)}
          {now >= Date.parse(session.opens_at) && (
            <p className={css.own}>{outOf(session.present_count, agenda.invited_count)} hadir</p>
          )}
          {agenda.invited && agenda.state !== 'cancelled' && <p className={css.own}>{ownWords(session, agenda.state === 'scheduled' ? now : Infinity)}</p>}
        </li>
      ))}
    </ol>
  )
}

/** My own part in a session, in words; it is over for ever once the list is closed. */
export function ownWords({ own, opens_at: opens, closes_at: closes, leave_from: leave }: Session, now: number): string {
  const over = now >= Date.parse(closes)
  if (own.attended_at) {
    const left = own.left_at ? `, pulang ${clock(own.left_at)}` : leave && over ? ', pulang tidak tercatat' : ''
    return `Anda hadir ${clock(own.attended_at)}${left}`
  }
  if (own.kept_scan?.state === 'waiting') return 'Pindaian luring Anda menunggu konfirmasi'
  if (own.kept_scan?.state === 'rejected') return 'Pindaian luring Anda ditolak'
  if (now < Date.parse(opens)) return `Absensi dibuka ${shortDate(opens)} pukul ${clock(opens)}`
  return over ? 'Anda tidak tercatat hadir' : 'Anda belum tercatat hadir'
}
