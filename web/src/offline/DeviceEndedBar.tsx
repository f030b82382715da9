import { Link } from 'wouter'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { shortDate, time } from '../words/format'
import css from './bars.module.css'
import { takeNote, useStanding } from './device'

/** Tells once that another device took the place of this one, or that this one was revoked. */
export function DeviceEndedBar({ personId }: { personId: string }) {
  const standing = useStanding()
  if (standing.is !== 'ended' || standing.told) return null
  const { at, by } = standing
  return (
    <div className={css.bar} role="status">
      <p>
        <Icon name="info" />
        <span>
          Perangkat ini {by ? `diganti oleh ${by}` : 'dicabut'} {shortDate(at)} pukul {time(at)}. Pindaian luring dari
          perangkat ini tidak diterima lagi. <Link href="/profil">Lihat perangkat Anda</Link>
        </span>
      </p>
      <Button onClick={() => void takeNote(personId)}>Mengerti</Button>
    </div>
  )
}
