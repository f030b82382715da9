import { Link } from 'wouter'
import type { Person } from '../api/session'
import css from '../offline/bars.module.css'
import { Icon } from '../ui/Icon'

/** Tells why rights are missing, until the second step that a role demands is on. */
export function SecondStepBar({ person }: { person: Person }) {
  if (!person.must_add_second_step) return null
  return (
    <div className={css.bar} role="status">
      <p>
        <Icon name="lock" />
        <span>
          Peran Anda memerlukan kode dua langkah sebelum haknya dapat dipakai. <Link href="/profil">Aktifkan di Profil</Link>
        </span>
      </p>
    </div>
  )
}
