import { Icon } from '../ui/Icon'
import type { IconName } from '../ui/icons/icons'
import stateMark from '../ui/state-mark.module.css'
import { useNow } from '../ui/states'
import { time } from '../words/format'
import css from './AgendaState.module.css'

interface AgendaStateProps {
  state: 'scheduled' | 'cancelled' | 'closed'
  from: string
  to: string
  /** When I was recorded present. */
  attendedAt?: string | null
}

const A_MINUTE = 60_000

/** Where an agenda stands, for me: an icon and a word. */
export function AgendaState({ state, from, to, attendedAt = null }: AgendaStateProps) {
  const now = useNow(A_MINUTE)
  const [tone, icon, words] = standing(state, Date.parse(from), Date.parse(to), attendedAt, now)
  return (
    <p className={`${stateMark.state} ${css.state} ${css[tone]}`}>
      <Icon name={icon} size={16} /> {words}
    </p>
  )
}

type Standing = [tone: 'success' | 'info' | 'error' | 'quiet', icon: IconName, words: string]

function standing(
  state: AgendaStateProps['state'],
  from: number,
  to: number,
  attendedAt: string | null,
  now: number,
): Standing {
  if (attendedAt) return ['success', 'circleCheck', `Hadir pukul ${time(attendedAt)}`]
  if (state === 'cancelled') return ['error', 'cancelled', 'Dibatalkan']
  if (state === 'closed') return ['quiet', 'lock', 'Absensi ditutup']
  if (now >= to) return ['quiet', 'check', 'Selesai']
  if (now >= from) return ['info', 'clock', 'Sedang berlangsung']
  return ['quiet', 'clock', 'Terjadwal']
}
