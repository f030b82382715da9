import { type CSSProperties, useEffect, useState } from 'react'
import { Redirect } from 'wouter'
import { signInPath } from '../signin/return-path'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { nameWindow } from '../ui/Page'
import { Failure, Loading, useNow } from '../ui/states'
import { dayAndDate, number, span, time } from '../words/format'
import { coverOf, type Hall, slotAt } from './codes'
import css from './HallPage.module.css'
import { QrCode } from './QrCode'
import { SecondsLeft } from './SecondsLeft'
import { useHall } from './use-hall'
import { useWakeLock } from './use-wake-lock'

/** Heights of the QR code in hundredths of the screen: the rule is a width of a tenth of the distance. */
const SIZES = [60, 66, 72, 78]

/** What hangs in front of the hall: the code that rotates, and how many have come. */
export default function HallPage({ agendaId }: { agendaId: string }) {
  const hall = useHall(agendaId)
  useWakeLock()

  if (hall.state === 'sign-in') return <Redirect to={signInPath(`/agenda/${agendaId}/layar`)} replace />
  if (hall.state === 'showing') return <Wall hall={hall.hall} offline={hall.offline} link={hall.link} />
  return (
    <main className={`always-light ${css.waiting}`}>
      <h1 className="visually-hidden">Layar aula</h1>
      {hall.state === 'failed' ? <Failure problem={hall.problem} onRetry={hall.retry} /> : <Loading />}
    </main>
  )
}

function Wall({ hall, offline, link }: { hall: Hall; offline: boolean; link: string }) {
  const now = useNow(250)
  const [size, setSize] = useState(1)
  const slot = slotAt(hall, now)
  const cover = coverOf(hall, slot, now)
  const enlarge = () => setSize((was) => Math.min(was + 1, SIZES.length - 1))
  const shrink = () => setSize((was) => Math.max(was - 1, 0))

  useEffect(() => nameWindow(`Layar aula: ${hall.title}`), [hall.title])

  return (
    <main className={`always-light ${css.wall}`} style={{ '--qr-height': `${SIZES[size]}vh` } as CSSProperties}>
      {offline && (
        <p className={css.bar} role="status">
          <Icon name="offline" /> luring, kode tetap berganti
        </p>
      )}
      <section className={css.code} aria-label="Kode kehadiran">
        <div className={css.qr}>
          {slot && !cover ? (
            <QrCode text={slot.link} label="Kode QR kehadiran. Pindai dengan kamera ponsel." />
          ) : (
            <div className={css.cover} role="status">
              <Icon name={cover?.icon ?? 'offline'} size={96} />
              <p>{cover?.reason}</p>
            </div>
          )}
        </div>
        {slot && !cover && (
          <div className={css.typed}>
            <p className={css.shortCode}>{slot.short_code}</p>
            <SecondsLeft until={slot.endsAt} now={now} of={hall.slot_seconds} />
          </div>
        )}
      </section>
      <section className={css.agenda} aria-label="Agenda">
        <h1>{hall.title}</h1>
        {hall.sitting_title && <p className={css.session}>Sesi {hall.sitting_title}</p>}
        <p className={css.when}>
          {dayAndDate(hall.starts_at)}
          <br />
          {span(hall.starts_at, hall.ends_at)}
          <br />
          {hall.place}
        </p>
        <p className={css.count}>
          <strong>{number(hall.present_count)}</strong> hadir dari {number(hall.invited_count)}
          {hall.guest_count > 0 && ` + ${number(hall.guest_count)} tamu`}
        </p>
        {hall.spot_number && (
          <p className={css.spot} role="status">
            Cek acak. Pilih angka ini di ponsel: <strong>{hall.spot_number}</strong>
          </p>
        )}
        {hall.latest_names.length > 0 && (
          <ul className={css.names} aria-label="Baru saja hadir">
            {hall.latest_names.map((name) => (
              <li key={name}>
                <Icon name="check" /> {name}
              </li>
            ))}
          </ul>
        )}
        {!cover && hall.leave_from && (
          <p className={css.leaving}>
            {now < Date.parse(hall.leave_from)
              ? `Pindai lagi saat pulang, mulai pukul ${time(hall.leave_from)}.`
              : 'Akan pulang? Pindai sekali lagi.'}
          </p>
        )}
        {!cover && (
          <p className={css.how}>
            Pindai dengan kamera ponsel atau menu <b>Pindai</b>. Tanpa kamera, ketik kode enam karakter di menu itu.
          </p>
        )}
      </section>
      <Controls onEnlarge={enlarge} onShrink={shrink} link={link} />
    </main>
  )
}

interface ControlsProps {
  onEnlarge: () => void
  onShrink: () => void
  /** Opens this screen on another machine, without signing in there. */
  link: string
}

function Controls({ onEnlarge, onShrink, link }: ControlsProps) {
  const [keys, setKeys] = useState(true)
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!keys) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'f' || event.key === 'F') toggleFullScreen()
      if (event.key === '+' || event.key === '=') onEnlarge()
      if (event.key === '-') onShrink()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })

  return (
    <div className={css.controls} role="toolbar" aria-label="Layar">
      <Button look="text" icon="fullScreen" onClick={toggleFullScreen}>
        Layar penuh (F)
      </Button>
      <Button look="text" icon="plus" onClick={onEnlarge}>
        Perbesar (+)
      </Button>
      <Button look="text" icon="minus" onClick={onShrink}>
        Perkecil (−)
      </Button>
      <Button look="text" icon="keyboard" aria-pressed={keys} onClick={() => setKeys(!keys)}>
        Pintasan {keys ? 'menyala' : 'mati'}
      </Button>
      <Button
        look="text"
        icon="copy"
        onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
      >
        {copied ? 'Tautan tersalin' : 'Salin tautan layar'}
      </Button>
    </div>
  )
}

function toggleFullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
}
