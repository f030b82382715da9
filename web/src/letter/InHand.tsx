import { useEffect, useState } from 'react'
import { useCommand } from '../app/queries'
import { ReasonDialog } from '../notulen/ReasonDialog'
import { Button } from '../ui/Button'
import { useNarrow } from '../ui/use-narrow'
import { DisposisiForm } from './DisposisiForm'
import acts from '../ui/acts.module.css'
import type { Disposisi, Letter } from './words'

/** What of a letter waits for me: the letter itself, or a disposisi with it. */
export interface Hand {
  disposisiId: string
  unread: boolean
}

/** Everything of a letter that waits for me, the letter itself first. */
export function handsOf(letter: Letter, disposisi: Disposisi[]): Hand[] {
  const own = letter.is_mine && letter.state === 'waiting' ? [{ disposisiId: '', unread: letter.read_at === null }] : []
  const given = disposisi.flatMap(({ id, recipients }) =>
    recipients.filter((it) => it.is_mine).map((it) => ({ disposisiId: id, unread: it.state === 'unread' })),
  )
  return [...own, ...given]
}

/** Opening a letter is noted once, for the desk and for who gave it. */
export function useNoteOpening(letterId: string, hand: Hand | undefined) {
  const readLetter = useCommand('eoffice_read_surat_masuk')
  const readDisposisi = useCommand('eoffice_read_disposisi')
  const unread = hand?.unread ?? false
  const disposisiId = hand?.disposisiId ?? ''
  useEffect(() => {
    if (!unread) return
    const noted = disposisiId
      ? readDisposisi.mutateAsync({ letter_id: letterId, disposisi_id: disposisiId })
      : readLetter.mutateAsync({ letter_id: letterId })
    noted.catch(() => undefined) // it is noted the next time
    // The commands change with each drawing of the page, the letter doesn't.
  }, [letterId, disposisiId, unread])
}

interface DealProps {
  letterId: string
  hand: Hand
}

/** What can be done with a letter in hand: hand it down, or say what came of it. */
export function Deal({ letterId, hand }: DealProps) {
  const [finishing, setFinishing] = useState(false)
  const narrow = useNarrow()
  const [handing, setHanding] = useState(false)
  // On a phone the letter itself comes before the form.
  const shown = handing || !narrow
  return (
    <>
      {shown && <DisposisiForm letterId={letterId} disposisiId={hand.disposisiId} />}
      <div className={acts.acts}>
        {!shown && (
          <Button look="primary" icon="send" onClick={() => setHanding(true)}>
            {hand.disposisiId ? 'Teruskan…' : 'Disposisi…'}
          </Button>
        )}
        <Button icon="check" onClick={() => setFinishing(true)}>
          {hand.disposisiId ? 'Laporkan selesai…' : 'Selesai tanpa disposisi…'}
        </Button>
      </div>
      {finishing && <FinishDialog letterId={letterId} hand={hand} onClose={() => setFinishing(false)} />}
    </>
  )
}

/** Asks what came of it; the giver of a disposisi is told. */
export function FinishDialog({ letterId, hand, onClose }: DealProps & { onClose: () => void }) {
  const finish = useCommand('eoffice_finish_surat_masuk')
  const report = useCommand('eoffice_report_disposisi')
  const isReport = hand.disposisiId !== ''
  return (
    <ReasonDialog
      title={isReport ? 'Laporkan disposisi selesai' : 'Surat selesai ditindaklanjuti'}
      about={isReport ? 'Pemberi disposisi diberi tahu, dan tugas Anda selesai.' : 'Petugas surat melihat hasilnya, dan tugas Anda selesai.'}
      label="Hasilnya"
      act={isReport ? 'Kirim laporan' : 'Selesai'}
      least={3}
      most={isReport ? 1000 : 500}
      command={isReport ? report : finish}
      onSend={async (words) => {
        if (isReport) await report.mutateAsync({ letter_id: letterId, disposisi_id: hand.disposisiId, report: words })
        else await finish.mutateAsync({ letter_id: letterId, note: words })
      }}
      said={isReport ? 'Laporan terkirim.' : 'Surat selesai.'}
      onClose={onClose}
    />
  )
}
