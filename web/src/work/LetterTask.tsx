import { useState } from 'react'
import { fetchPaper } from '../api/client'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { DisposisiForm } from '../letter/DisposisiForm'
import { FinishDialog, type Hand, handsOf, useNoteOpening } from '../letter/InHand'
import { Pages } from '../letter/Pages'
import { DisposisiTree } from '../letter/DisposisiTree'
import type { Disposisi, Letter } from '../letter/words'
import { useNarrow } from '../ui/use-narrow'
import { longDate } from '../words/format'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A letter that waits for me, or came to me by disposisi: read it, hand it down, or say what came of it, in place. */
export default function LetterTask({ task, onSnooze }: TaskProps) {
  const letterId = task.kind === 'disposisi' ? task.within_id : task.subject_id
  const shown = useAsk('eoffice_show_surat_masuk', { letter_id: letterId })
  return (
    <Loaded query={shown} rows={3}>
      {({ letter, disposisi }) => {
        const disposisiId = task.kind === 'disposisi' ? (task.subject_id.split(':')[0] ?? '') : ''
        const hand = handsOf(letter, disposisi).find((it) => it.disposisiId === disposisiId)
        return hand ? <InHand {...{ task, onSnooze, letter, disposisi, hand }} /> : <p>Surat ini sudah ditindaklanjuti.</p>
      }}
    </Loaded>
  )
}

interface InHandProps extends TaskProps {
  letter: Letter
  disposisi: Disposisi[]
  hand: Hand
}

function InHand({ task, onSnooze, letter, disposisi, hand }: InHandProps) {
  // At a desk the choices lie open; on a phone the letter comes first.
  const [handing, setHanding] = useState(!useNarrow())
  const [finishing, setFinishing] = useState(false)
  useNoteOpening(letter.id, hand)
  const { says } = letter
  return (
    <>
      <p>
        {says.sender}
        <br />
        Nomor <span className="figures">{says.number}</span>, {longDate(says.dated_on)}
        {says.hal !== task.title && (
          <>
            <br />
            {says.hal}
          </>
        )}
      </p>
      {disposisi.length > 0 && <DisposisiTree letterId={letter.id} disposisi={disposisi} />}
      {handing && <DisposisiForm letterId={letter.id} disposisiId={hand.disposisiId} />}
      <TaskActs
        onSnooze={onSnooze}
        acts={[
          ...(handing ? [] : [{ label: hand.disposisiId ? 'Teruskan…' : 'Disposisi…', look: 'primary' as const, run: () => setHanding(true) }]),
          { label: hand.disposisiId ? 'Laporkan selesai…' : 'Selesai…', run: () => setFinishing(true) },
          { label: 'Buka', run: task.link },
        ]}
      />
      <Pages
        of={letter.file_name}
        id={`surat-${letter.id}`}
        pages={letter.pages}
        fetchPage={(page) => fetchPaper('eoffice_show_surat_masuk_page', { letter_id: letter.id, page })}
      />
      {finishing && <FinishDialog letterId={letter.id} hand={hand} onClose={() => setFinishing(false)} />}
    </>
  )
}
