import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { toast } from '../app/toast'
import { SpotQuestion } from '../spot/SpotQuestion'
import { TaskActs } from './TaskActs'
import type { Task } from './words'

/** The task leaves the page with its answer. */
const SAID = {
  asked: 'Belum dijawab.',
  verified: 'Terima kasih, kehadiran Anda terverifikasi.',
  mistaken: 'Angka itu tidak sedang tampil. Temui penyelenggara bila Anda ada di tempat acara.',
  missed: 'Waktu menjawab sudah habis.',
} as const

interface TaskProps {
  task: Task
  onSnooze: () => void
}

/** A spot check: the number on the hall's screen, answered here as on its own page. */
export default function SpotCheckTask({ task, onSnooze }: TaskProps) {
  const own = useAsk('eagenda_show_own_spot_check', { agenda_id: task.within_id })
  return (
    <Loaded query={own}>
      {(check) => (
        <>
          <SpotQuestion check={check} onSaid={(reply) => toast(SAID[reply])} />
          <TaskActs onSnooze={onSnooze} acts={[{ label: 'Buka agenda', run: `/agenda/${task.within_id}` }]} />
        </>
      )}
    </Loaded>
  )
}
