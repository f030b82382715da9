import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { number } from '../words/format'
import small from '../ui/small.module.css'
import { Pages } from './Pages'
import { pagesTyped, type Scan } from './words'

/** A stack that went through the scanner at once: where the next letter begins is typed while leafing through it. */
export function SplitDialog({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const split = useCommand('eoffice_split_letter_scan')
  const starts = pagesTyped(text, scan.pages)
  const fault = split.error?.fieldErrors[0]?.detail

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!starts || split.isPending) return
    toastWhenDone(
      split.mutateAsync({ scan_id: scan.id, starts }),
      ({ scan_ids: ids }) => `Menjadi ${number(ids.length)} pindaian.`,
      onClose,
    )
  }

  return (
    <Dialog title={`Pisah ${scan.name}`} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Surat berikutnya mulai pada halaman"
          hint={`Pisahkan dengan koma, misalnya 3, 5. Berkas ini ${number(scan.pages)} halaman.`}
          inputMode="numeric"
          autoComplete="off"
          data-focus-first
          value={text}
          error={tried && !starts ? `Isi halaman dari 2 sampai ${scan.pages}.` : fault}
          onChange={setText}
        />
        {split.error && !fault && <Refusal error={split.error} />}
        <p className={small.quiet}>{starts && `Menjadi ${number(starts.length + 1)} surat. Berkas asalnya dibuang.`}</p>
        <DialogActions>
          <Button type="submit" look="primary" busy={split.isPending}>
            Pisah berkas
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
      <Pages
        of={scan.name}
        id={`pindaian-${scan.id}`}
        pages={scan.pages}
        fetchPage={(page) => fetchPaper('eoffice_show_letter_scan_page', { scan_id: scan.id, page })}
      />
    </Dialog>
  )
}
