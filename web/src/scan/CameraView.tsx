import { useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Notice } from '../ui/Notice'
import type { Camera, Trouble } from './camera'
import css from './CameraView.module.css'
import { findHallLink, type HallLink } from './hall-link'
import { useCamera } from './use-camera'

const TROUBLE: Record<Trouble, { title: string; way: string }> = {
  refused: {
    title: 'Kamera belum diizinkan.',
    way: 'Izinkan kamera untuk situs ini di setelan peramban, lalu coba lagi. Atau pilih foto, atau ketik kode.',
  },
  missing: { title: 'Perangkat ini tidak punya kamera.', way: 'Pilih foto layar aula, atau ketik kode.' },
  busy: {
    title: 'Kamera sedang dipakai aplikasi lain.',
    way: 'Tutup aplikasi itu, lalu coba lagi. Atau pilih foto, atau ketik kode.',
  },
  insecure: {
    title: 'Kamera hanya terbuka pada alamat https.',
    way: 'Buka Trowulan lewat alamat https. Atau pilih foto, atau ketik kode.',
  },
  decoder: {
    title: 'Pembaca kode belum termuat.',
    way: 'Periksa jaringan, lalu coba lagi. Atau ketik kode.',
  },
}

interface CameraViewProps {
  onFound: (link: HallLink) => void
  /** A code is in view that is not the hall's; the camera goes on looking. */
  onOther: () => void
}

/** What the camera sees, from the moment the page opens until a hall's code is found. */
export function CameraView({ onFound, onOther }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [attempt, setAttempt] = useState(0)
  const state = useCamera(video, tell, attempt)

  function tell(texts: string[]): boolean {
    const link = findHallLink(texts, location.origin)
    if (link) onFound(link)
    else onOther()
    return link !== null
  }

  return (
    <>
      {state.is === 'in-trouble' && <InTrouble trouble={state.trouble} onRetry={() => setAttempt(attempt + 1)} />}
      {/* Stays in the page: the next attempt needs the screen to show its film on. */}
      <div className={css.camera} hidden={state.is === 'in-trouble'}>
        <div className={css.frame} data-reading={state.is === 'reading'}>
          <video ref={video} muted playsInline aria-label="Gambar kamera" />
        </div>
        <p className={css.status} role="status">
          <Icon name="scan" /> {state.is === 'reading' ? 'Arahkan ke kode QR di layar aula.' : 'Membuka kamera…'}
        </p>
        {state.is === 'reading' && state.light && <Lamp light={state.light} />}
      </div>
    </>
  )
}

function InTrouble({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const { title, way } = TROUBLE[trouble]
  return (
    <Notice tone="warning" title={title} live>
      <p>{way}</p>
      <Button icon="retry" onClick={onRetry}>
        Coba lagi
      </Button>
    </Notice>
  )
}

function Lamp({ light }: { light: NonNullable<Camera['light']> }) {
  const [on, setOn] = useState(false)
  return (
    <Button icon="lamp" wide onClick={() => void light(!on).then(() => setOn(!on), () => undefined)}>
      {on ? 'Matikan senter' : 'Nyalakan senter'}
    </Button>
  )
}
