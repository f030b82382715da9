import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { size } from '../attachment/files'
import { Button, IconButton } from '../ui/Button'
import { ProgressBar } from '../ui/ProgressBar'
import { number } from '../words/format'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { ACCEPTED, useLetterScans } from './use-letter-scans'
import { SplitDialog } from './SplitDialog'
import type { Scan } from './words'

const PHASE = { waiting: 'Menunggu giliran', sending: 'Mengunggah', checking: 'Memeriksa dan membaca', refused: '' } as const

interface ScanTrayProps {
  scans: Scan[]
  /** The one whose form is open. */
  chosen: string
  largest: number
  onChoose: (scanId: string) => void
}

/** The desk: what is scanned and waits to be registered, what is on its way, and where more is dropped. */
export function ScanTray({ scans, chosen, largest, onChoose }: ScanTrayProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [splitting, setSplitting] = useState<Scan | null>(null)
  const { sendings, add, drop, retry } = useLetterScans(largest)
  const discard = useCommand('eoffice_discard_letter_scan')

  function choose(event: ChangeEvent<HTMLInputElement>) {
    add(event.target.files ?? [])
    event.target.value = '' // so that the same file can be chosen once more
  }

  function dropped(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }

  return (
    <section className={css.card} aria-labelledby="meja-surat">
      <h2 id="meja-surat">Pindaian{scans.length > 0 && `: ${number(scans.length)} menunggu`}</h2>
      {scans.length > 0 && (
        <ul className={css.queue} aria-label="Menunggu didaftarkan">
          {scans.map((scan) => (
            <li key={scan.id}>
              <Button look={scan.id === chosen ? 'default' : 'text'} aria-pressed={scan.id === chosen} onClick={() => onChoose(scan.id)}>
                {scan.name}
              </Button>
              <span className={small.quiet}>{scan.pages > 1 && `${number(scan.pages)} halaman`}</span>
              {scan.pages > 1 && scan.kind === 'pdf' && (
                <Button look="text" onClick={() => setSplitting(scan)}>
                  Pisah…
                </Button>
              )}
              <IconButton
                icon="remove"
                label={`Buang ${scan.name}`}
                onClick={() => toastWhenDone(discard.mutateAsync({ scan_id: scan.id }), () => 'Pindaian dibuang.')}
              />
            </li>
          ))}
        </ul>
      )}
      {sendings.length > 0 && (
        <ul className={css.queue} aria-label="Sedang diunggah">
          {sendings.map((sending) => (
            <li key={sending.id}>
              <div className={css.file}>
                <p>{sending.file.name}</p>
                {sending.phase === 'refused' ? (
                  <p className={css.urgent} role="alert">
                    {sending.mistake}
                  </p>
                ) : (
                  <>
                    <ProgressBar label={`${PHASE[sending.phase]}: ${sending.file.name}`} value={sending.sent} />
                    <p className={small.quiet}>{PHASE[sending.phase]}</p>
                  </>
                )}
              </div>
              {sending.again && <IconButton icon="retry" label={`Coba lagi ${sending.file.name}`} onClick={() => retry(sending)} />}
              {sending.phase !== 'checking' && (
                <IconButton icon="close" label={`Tutup ${sending.file.name}`} onClick={() => drop(sending.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      <div
        className={over ? `${css.target} ${css.dragged}` : css.target}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <input ref={input} type="file" multiple hidden accept={ACCEPTED} aria-label="Berkas surat" onChange={choose} />
        <Button {...(scans.length === 0 && { look: 'primary' as const })} icon="upload" onClick={() => input.current?.click()}>
          Pilih berkas surat
        </Button>
        <p className={small.quiet}>
          Atau seret ke sini; boleh banyak sekaligus. PDF, atau foto JPEG/PNG, paling besar {size(largest)}.
        </p>
      </div>
      {splitting && <SplitDialog scan={splitting} onClose={() => setSplitting(null)} />}
    </section>
  )
}
