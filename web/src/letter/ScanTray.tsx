import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { command } from '../api/client'
import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { DropTarget } from '../attachment/DropTarget'
import { accepted, size } from '../attachment/files'
import { SendingRow } from '../attachment/SendingRow'
import { useFileQueue } from '../attachment/use-file-queue'
import { Button, IconButton } from '../ui/Button'
import { number } from '../words/format'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { SplitDialog } from './SplitDialog'
import type { Scan } from './words'

const ENDINGS = ['pdf', 'jpg', 'jpeg', 'png']

interface ScanTrayProps {
  scans: Scan[]
  /** The one whose form is open. */
  chosen: string
  largest: number
  onChoose: (scanId: string) => void
}

/** The desk: what is scanned and waits to be registered, what is on its way, and where more is dropped. */
export function ScanTray({ scans, chosen, largest, onChoose }: ScanTrayProps) {
  const [splitting, setSplitting] = useState<Scan | null>(null)
  const client = useQueryClient()
  const { sendings, add, drop, retry } = useFileQueue({
    limits: { endings: ENDINGS, largest, choose: 'Pindai menjadi PDF, atau pilih foto JPEG atau PNG.' },
    begin: (file) => command('eoffice_begin_letter_scan', file, crypto.randomUUID()),
    finish: async (begun) => {
      await command('eoffice_finish_letter_scan', { scan_id: begun.scan_id }, begun.scan_id)
      await client.invalidateQueries({ queryKey: ['eoffice_list_letter_scans'] })
    },
  })
  const discard = useCommand('eoffice_discard_letter_scan')

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
        <ul className={rowList.list} aria-label="Sedang diunggah">
          {sendings.map((sending) => (
            <SendingRow key={sending.id} sending={sending} onDrop={() => drop(sending.id)} onRetry={() => retry(sending)} />
          ))}
        </ul>
      )}
      <DropTarget
        label="Pilih berkas surat"
        name="Berkas surat"
        hint={`Atau seret ke sini; boleh banyak sekaligus. PDF, atau foto JPEG/PNG, paling besar ${size(largest)}.`}
        accept={accepted({ endings: ENDINGS })}
        primary={scans.length === 0}
        onFiles={add}
      />
      {splitting && <SplitDialog scan={splitting} onClose={() => setSplitting(null)} />}
    </section>
  )
}
