import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Facing, Trouble } from '../scan/camera'
import { useCamera } from '../scan/use-camera'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import tones from '../ui/tones.module.css'
import { clock, number, span } from '../words/format'
import { ByHandDialog } from './ByHandDialog'
import { take, useKiosk } from './kiosk'
import css from './KioskScreen.module.css'
import { Sightings } from './sightings'
import { sound } from './sound'
import type { KeptKiosk, KioskScan, Shown } from './store'
import { type KioskVerdict, NO_CODE, standing } from './verdict'

/** Long enough to read one's name; the next person needn't wait for it. */
const VERDICT_STAYS = 2_500
const OTHER_STAYS = 2_000
const LAST_ONES = 8
/** A reader on the USB port types a code in one go; after a pause it is another one. */
const TYPED_WITHIN = 1_000
const SHORTEST = 8

const TROUBLE: Record<Trouble, [title: string, way: string]> = {
  refused: ['Kamera belum diizinkan.', 'Izinkan kamera untuk situs ini di setelan peramban, lalu coba lagi.'],
  missing: ['Perangkat ini tidak punya kamera.', 'Pasang pembaca kode QR pada USB; hasilnya langsung terbaca di sini.'],
  busy: ['Kamera sedang dipakai aplikasi lain.', 'Tutup aplikasi itu, lalu coba lagi.'],
  insecure: ['Kamera hanya terbuka pada alamat https.', 'Buka Trowulan lewat alamat https.'],
  decoder: ['Pembaca kode belum termuat.', 'Periksa jaringan, lalu coba lagi.'],
}

/** What stands at the door. */
export function KioskScreen({ kiosk, onStop }: { kiosk: KeptKiosk & { shown: Shown }; onStop: () => void }) {
  const { scans, offline, lastInTouch } = useKiosk()
  const { shown } = kiosk
  const { verdict, tell } = useVerdict()
  const [byHand, setByHand] = useState(false)
  const [stopping, setStopping] = useState(false)
  const waiting = scans.filter(({ state }) => state === 'waiting').length
  const read = (code: string) => void take(code).then((said) => said && tell(said))
  useReader((typed) => void take(typed).then((said) => tell(said ?? NO_CODE)), !byHand && !stopping)

  return (
    <main className={`always-light ${css.kiosk}`}>
      <h1 className="visually-hidden">Kios: {shown.title}</h1>
      <section className={css.eye} aria-label="Kamera">
        <Eye onCode={read} />
        <div role="status" aria-live="assertive" className={css.over}>
          {verdict && <Says verdict={verdict} />}
        </div>
      </section>
      <section className={css.side} aria-label="Agenda">
        <div>
          <p className={css.title}>{shown.title}</p>
          <p className={css.when}>
            {span(shown.starts_at, shown.ends_at)}, {shown.place}
          </p>
        </div>
        <p className={css.count}>
          <strong>{number(shown.present_count)}</strong> hadir dari {number(shown.invited_count)}
        </p>
        <p className={offline || waiting ? css.offline : css.online} role="status">
          <Icon name={offline ? 'offline' : waiting ? 'cloud' : 'circleCheck'} />
          <span>
            {offline ? 'Luring, kios tetap mencatat' : 'Tersambung'}
            {waiting > 0 && ` · ${number(waiting)} belum terkirim`}
            {offline && lastInTouch && ` · terakhir tersambung ${clock(lastInTouch)}`}
          </span>
        </p>
        {shown.attended && (
          <Button look="primary" large wide icon="keyboard" onClick={() => setByHand(true)}>
            Catat tanpa ponsel
          </Button>
        )}
        <Last scans={scans} />
        <div className={css.controls} role="toolbar" aria-label="Kios">
          <Button look="text" icon="fullScreen" onClick={toggleFullScreen}>
            Layar penuh
          </Button>
          <Button look="text" icon="close" onClick={() => setStopping(true)}>
            Tutup kios
          </Button>
        </div>
      </section>
      {byHand && (
        <ByHandDialog
          people={kiosk.people ?? []}
          onClose={() => setByHand(false)}
          onDone={(said) => {
            setByHand(false)
            tell(said)
          }}
        />
      )}
      {stopping && (
        <Dialog title="Tutup kios di perangkat ini?" onClose={() => setStopping(false)}>
          <p>
            {waiting > 0
              ? `${number(waiting)} pindaian belum terkirim. Buka lagi kios ini saat ada jaringan supaya terkirim.`
              : 'Semua pindaian sudah terkirim. Kios dapat dibuka lagi dari akun penyelenggara.'}
          </p>
          <DialogActions>
            <Button look="danger" onClick={onStop}>
              Tutup kios
            </Button>
            <Button data-focus-first onClick={() => setStopping(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </main>
  )
}

/** The camera, always on, and what it sees. */
function Eye({ onCode }: { onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const sightings = useRef(new Sightings())
  const [attempt, setAttempt] = useState(0)
  const [facing, setFacing] = useState<Facing>('user')
  const [other, setOther] = useState(0)
  const state = useCamera(video, see, attempt, facing)

  function see(texts: string[]): boolean {
    const now = Date.now()
    const { code, other: isOther } = sightings.current.next(texts, now)
    if (code) onCode(code)
    if (isOther) setOther(now)
    return false
  }

  useEffect(() => {
    if (!other) return
    const timer = setTimeout(() => setOther(0), OTHER_STAYS)
    return () => clearTimeout(timer)
  }, [other])

  return (
    <>
      {state.is === 'in-trouble' && (
        <Notice tone="warning" title={TROUBLE[state.trouble][0]} live>
          <p>{TROUBLE[state.trouble][1]}</p>
          <Button icon="retry" onClick={() => setAttempt(attempt + 1)}>
            Coba lagi
          </Button>
        </Notice>
      )}
      <video
        ref={video}
        muted
        playsInline
        aria-label="Gambar kamera"
        hidden={state.is === 'in-trouble'}
        data-facing={facing}
      />
      {state.is !== 'in-trouble' && (
        <div className={css.hint}>
          <p role="status">
            <Icon name="scan" size={24} />
            {state.is === 'opening'
              ? 'Membuka kamera…'
              : other
                ? 'Itu bukan Kode saya. Buka Trowulan, Pindai, lalu Kode saya.'
                : 'Tunjukkan Kode saya ke kamera'}
          </p>
          <Button icon="retry" onClick={() => setFacing(facing === 'user' ? 'environment' : 'user')}>
            Ganti kamera
          </Button>
        </div>
      )}
    </>
  )
}

function Says({ verdict: { tone, icon, word, name, detail } }: { verdict: KioskVerdict }) {
  return (
    <div className={`${css.says} ${tones[tone]}`}>
      <Icon name={icon} size={96} />
      <p className={css.word}>{word}</p>
      {name && <p className={css.name}>{name}</p>}
      {detail && <p>{detail}</p>}
    </div>
  )
}

function Last({ scans }: { scans: KioskScan[] }) {
  if (scans.length === 0) return <p className={css.none}>Belum ada yang dipindai di kios ini.</p>
  return (
    <ul className={css.last} aria-label="Terakhir dipindai">
      {scans.slice(0, LAST_ONES).map((scan) => {
        const { icon, words } = standing(scan)
        return (
          <li key={scan.nonce} data-outcome={scan.taken?.outcome ?? 'waiting'}>
            <Icon name={icon} />
            <span>
              <b>{scan.name || 'Tidak dikenal'}</b> {words}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** What is shown over the camera, and heard; the latest one. */
function useVerdict() {
  const [verdict, setVerdict] = useState<KioskVerdict | null>(null)
  useEffect(() => {
    if (!verdict) return
    const timer = setTimeout(() => setVerdict(null), VERDICT_STAYS)
    return () => clearTimeout(timer)
  }, [verdict])
  const tell = (said: KioskVerdict) => {
    sound(said.tone)
    setVerdict(said)
  }
  return { verdict, tell }
}

/** A reader that types what it read and ends with Enter. */
function useReader(onCode: (code: string) => void, listens: boolean): void {
  const read = useEffectEvent(onCode)
  useEffect(() => {
    if (!listens) return
    let typed = ''
    let last = 0
    const press = (event: KeyboardEvent) => {
      if (event.timeStamp - last > TYPED_WITHIN) typed = ''
      last = event.timeStamp
      if (event.key.length === 1) typed += event.key
      else if (event.key === 'Enter' && typed.length >= SHORTEST) {
        event.preventDefault()
        read(typed)
        typed = ''
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [listens])
}

function toggleFullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
}
