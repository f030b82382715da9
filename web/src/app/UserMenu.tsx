import { useId, useRef } from 'react'
import { Link } from 'wouter'
import { asProblem } from '../api/problem'
import { type Person, signOut } from '../api/session'
import { Icon } from '../ui/Icon'
import { toast } from './toast'
import css from './UserMenu.module.css'

/** Who I am here, and the way out. The browser's own popover closes on Esc and on a press beside it. */
export function UserMenu({ person }: { person: Person }) {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  return (
    <>
      <button type="button" className={css.target} popoverTarget={id}>
        <span className="visually-hidden">Menu pengguna:</span>
        <Icon name="personCircle" size={24} />
        <span className={css.who}>
          <span className={css.name}>{person.name}</span>
          <span className={css.position}>{person.position_title}</span>
        </span>
        <span className={css.chevron}>
          <Icon name="chevronDown" size={16} />
        </span>
      </button>
      <div id={id} ref={popover} popover="auto" className={css.menu}>
        <div className={css.card}>
          <p className={css.name}>{person.name}</p>
          {person.position_title && <p>{person.position_title}</p>}
          {person.organisation_name && <p>{person.organisation_name}</p>}
        </div>
        <Link href="/profil" className={css.item} onClick={() => popover.current?.hidePopover()}>
          <Icon name="person" /> Profil
        </Link>
        <button
          type="button"
          className={css.item}
          onClick={() => void signOut().catch((error: unknown) => toast(asProblem(error).message))}
        >
          <Icon name="signOut" /> Keluar
        </button>
      </div>
    </>
  )
}
