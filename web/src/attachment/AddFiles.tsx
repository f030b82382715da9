import { type ChangeEvent, type DragEvent, useRef, useState } from 'react'
import { Button, IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { ProgressBar } from '../ui/ProgressBar'
import rowList from '../ui/row-list.module.css'
import { number } from '../words/format'
import css from './Attachments.module.css'
import { accepted, type AttachmentList, size } from './files'
import { type Upload, useUploads } from './use-uploads'

const PHASE = { waiting: 'Menunggu giliran', sending: 'Mengunggah', checking: 'Memeriksa isi' } as const

/** Drop files or choose them, and see each on its way. */
export function AddFiles({ agendaId, list }: { agendaId: string; list: AttachmentList }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { uploads, attached, add, drop, retry } = useUploads(agendaId)

  function choose(event: ChangeEvent<HTMLInputElement>) {
    add(event.target.files ?? [], list)
    event.target.value = '' // so that the same file can be chosen once more
  }

  function dropped(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files, list)
  }

  return (
    <>
      {/* The eye sees the list grow; a reader hears it. */}
      <p className="visually-hidden" role="status">
        {attached && `${attached} dilampirkan.`}
      </p>
      {uploads.length > 0 && (
        <ul className={rowList.list} aria-label="Sedang diunggah">
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} onDrop={() => drop(upload.id)} onRetry={() => retry(upload)} />
          ))}
        </ul>
      )}
      <div
        className={over ? `${css.target} ${css.over}` : css.target}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accepted(list)}
          aria-label="Berkas lampiran"
          onChange={choose}
        />
        <Button icon="upload" onClick={() => input.current?.click()}>
          Tambah lampiran
        </Button>
        <p className={css.facts}>
          Atau seret berkas ke sini. PDF, gambar, Word, Excel, atau PowerPoint; paling besar {size(list.largest)}, paling
          banyak {number(list.most)} berkas.
        </p>
      </div>
    </>
  )
}

interface UploadRowProps {
  upload: Upload
  onDrop: () => void
  onRetry: () => void
}

function UploadRow({ upload, onDrop, onRetry }: UploadRowProps) {
  const { file, phase, sent, mistake } = upload
  const refused = phase === 'refused'
  return (
    <li className={css.file}>
      <Icon name={refused ? 'circleX' : 'upload'} />
      <div className={css.about}>
        <p className={css.name}>{file.name}</p>
        {refused ? (
          <p className={css.mistake} role="alert">
            {mistake}
          </p>
        ) : (
          <>
            <ProgressBar label={`${PHASE[phase]}: ${file.name}`} value={sent} />
            <p className={css.facts}>
              {PHASE[phase]} · {Math.floor(sent * 100)}% dari {size(file.size)}
            </p>
          </>
        )}
      </div>
      {upload.again && <IconButton icon="retry" label={`Coba lagi ${file.name}`} onClick={onRetry} />}
      {phase !== 'checking' && (
        <IconButton icon="close" label={refused ? `Tutup ${file.name}` : `Batalkan ${file.name}`} onClick={onDrop} />
      )}
    </li>
  )
}
