import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { ProgressBar } from '../ui/ProgressBar'
import css from './Attachments.module.css'
import { size } from './files'
import type { Sending } from './use-file-queue'

const PHASE = { waiting: 'Menunggu giliran', sending: 'Mengunggah', checking: 'Memeriksa isi' } as const

interface SendingRowProps {
  sending: Sending
  onDrop: () => void
  onRetry: () => void
}

/** A file on its way: how far it is, or why it was refused. */
export function SendingRow({ sending, onDrop, onRetry }: SendingRowProps) {
  const { file, phase, sent, mistake } = sending
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
      {sending.again && <IconButton icon="retry" label={`Coba lagi ${file.name}`} onClick={onRetry} />}
      {phase !== 'checking' && (
        <IconButton icon="close" label={refused ? `Tutup ${file.name}` : `Batalkan ${file.name}`} onClick={onDrop} />
      )}
    </li>
  )
}
