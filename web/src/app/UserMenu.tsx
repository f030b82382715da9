import { useId, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { sectionsOf } from '../admin/sections'
import { asProblem } from '../api/problem'
import { actAs, type Person, signOut } from '../api/session'
import { countWaiting } from '../offline/queue'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { number } from '../words/format'
import { toast } from './toast'
import css from './UserMenu.module.css'

/** Who I am here, and the way out. The browser's own popover closes on Esc and on a press beside it. */
export function UserMenu({ person }: { person: Person }) {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const [, navigate] = useLocation()
  const [unsent, setUnsent] = useState(0)

  async function leave() {
    popover.current?.hidePopover()
    const waiting = await countWaiting(person.id)
    if (waiting) setUnsent(waiting)
    else signOutNow()
  }

  function signOutNow() {
    setUnsent(0)
    void signOut().catch((error: unknown) => toast(asProblem(error).message))
  }

  return (
    <>
      <button type="button" className={css.target} popoverTarget={id}>
        <span className="visually-hidden">Menu pengguna:</span>
        <Icon name="personCircle" size={24} />
        <span className={css.who}>
          <span className={css.name}>{person.name}</span>
          <span className={css.position}>
            {person.positions.length > 1 && 'sebagai '}
            {person.position_title}
          </span>
        </span>
        <span className={css.chevron}>
          <Icon name="chevronDown" size={16} />
        </span>
      </button>
      <div id={id} ref={popover} popover="auto" className={css.menu}>
        <div className={css.card}>
          <p className={css.name}>{person.name}</p>
          {person.positions.length <= 1 && (
            <>
              {person.position_title && <p>{person.position_title}</p>}
              {person.organisation_name && <p>{person.organisation_name}</p>}
            </>
          )}
        </div>
        {person.positions.length > 1 && <Positions person={person} onChosen={() => popover.current?.hidePopover()} />}
        <Link href="/profil" className={css.item} onClick={() => popover.current?.hidePopover()}>
          <Icon name="person" /> Profil
        </Link>
        {person.permissions.includes('directory.read') && (
          <Link href="/direktori" className={css.item} onClick={() => popover.current?.hidePopover()}>
            <Icon name="people" /> Direktori
          </Link>
        )}
        {sectionsOf(person).length > 0 && (
          <Link href="/administrasi" className={css.item} onClick={() => popover.current?.hidePopover()}>
            <Icon name="edit" /> Administrasi
          </Link>
        )}
        <Link href="/pekerjaan" className={css.item} onClick={() => popover.current?.hidePopover()}>
          <Icon name="work" /> Pekerjaan
        </Link>
        <Link href="/antrean-kirim" className={css.item} onClick={() => popover.current?.hidePopover()}>
          <Icon name="cloud" /> Antrean kirim
        </Link>
        <button type="button" className={css.item} onClick={() => void leave()}>
          <Icon name="signOut" /> Keluar
        </button>
      </div>
      {unsent > 0 && (
        <Dialog title={`${number(unsent)} pindaian belum terkirim`} onClose={() => setUnsent(0)}>
          <p>Pindaian itu tetap tersimpan di perangkat ini dan baru dikirim setelah Anda masuk lagi.</p>
          <DialogActions>
            <Button look="danger" onClick={signOutNow}>
              Keluar tanpa mengirim
            </Button>
            <Button
              onClick={() => {
                setUnsent(0)
                navigate('/antrean-kirim')
              }}
            >
              Lihat antrean
            </Button>
            <Button data-focus-first onClick={() => setUnsent(0)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

/** The switcher: rights and what is signed come from the position that acts, alone. */
function Positions({ person, onChosen }: { person: Person; onChosen: () => void }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={css.positions}>
      <p id={id}>Bertindak sebagai</p>
      {person.positions.map((position) => (
        <button
          key={position.id}
          type="button"
          className={css.item}
          aria-pressed={position.id === person.position_id}
          onClick={() => {
            actAs(position.id)
            onChosen()
          }}
        >
          <span className={css.mark}>{position.id === person.position_id && <Icon name="check" />}</span>
          <span>
            {position.title}
            <span className={css.office}>{position.organisation_name}</span>
          </span>
        </button>
      ))}
    </div>
  )
}
