import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { deviceLag } from '../api/server-clock'
import type { Person } from '../api/session'
import { Help } from '../help/Help'
import { Brand } from '../signin/Brand'
import { chooseScheme, useScheme } from '../theme/scheme'
import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { IconName } from '../ui/icons/icons'
import { DeviceEndedBar } from '../offline/DeviceEndedBar'
import { NewVersionBar } from '../offline/NewVersionBar'
import { QueueBar } from '../offline/QueueBar'
import { number, remaining } from '../words/format'
import { useAsk } from './queries'
import css from './Shell.module.css'
import { SecondStepBar } from './SecondStepBar'
import { UserMenu } from './UserMenu'
import { useActingPosition } from './use-acting-position'

interface Entry {
  href: string
  label: string
  icon: IconName
  /** Other addresses of the same part. */
  also?: string
  /** Shown only to who may use it. */
  permission?: Person['permissions'][number]
  /** A phone's bar holds five; this one is reached by the user's menu there. */
  sideOnly?: boolean
}

const ENTRIES: Entry[] = [
  { href: '/kerja', label: 'Kerja saya', icon: 'work' },
  { href: '/agenda', label: 'Agenda', icon: 'agenda', also: '/tindak-lanjut' },
  { href: '/pindai', label: 'Pindai', icon: 'scan', permission: 'agenda.attend' },
  { href: '/surat/masuk', label: 'Surat', icon: 'letter', also: '/surat' },
  { href: '/direktori', label: 'Direktori', icon: 'people', permission: 'directory.read', sideOnly: true },
  { href: '/profil', label: 'Profil', icon: 'person' },
]

const FOLDED = 'menu-dilipat'
const A_MINUTE = 60_000
const TWO_MINUTES = 120_000

/** Header, side menu (bottom bar on a phone) and the page: our own grid, for the library's shell writes styles at run time. */
export function Shell({ person, children }: { person: Person; children: ReactNode }) {
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'ya')
  useActingPosition(person)
  const entries = ENTRIES.filter(({ permission }) => !permission || person.permissions.includes(permission))

  function fold() {
    localStorage.setItem(FOLDED, folded ? 'tidak' : 'ya')
    setFolded(!folded)
  }

  return (
    <div className={css.shell} data-folded={folded}>
      <a href="#isi" className={css.skip}>
        Langsung ke isi
      </a>
      <header className={css.header}>
        <Brand />
        <div className={css.tools}>
          <Bell />
          <Help />
          <SchemeToggle />
          <UserMenu person={person} />
        </div>
      </header>
      <nav className={css.side} aria-label="Menu utama">
        <ul>
          {entries.map((entry) => (
            <li key={entry.href}>
              <EntryLink {...entry} />
            </li>
          ))}
        </ul>
        <button type="button" className={css.fold} onClick={fold} aria-expanded={!folded}>
          <Icon name={folded ? 'unfold' : 'fold'} />
          <span className={css.label}>{folded ? 'Bentangkan menu' : 'Lipat menu'}</span>
        </button>
      </nav>
      <div className={css.page}>
        {person.positions.length > 1 && (
          <aside className={css.acting} aria-label="Bertindak sebagai">
            sebagai {person.position_title}
          </aside>
        )}
        <QueueBar />
        <NewVersionBar />
        <SecondStepBar person={person} />
        <DeviceEndedBar personId={person.id} />
        <ClockBar />
        <main id="isi" tabIndex={-1} className={css.main}>
          {children}
        </main>
      </div>
      <nav className={css.bottom} aria-label="Menu bawah">
        <ul>
          {entries.filter(({ sideOnly }) => !sideOnly).map((entry) => (
            <li key={entry.href} data-centre={entry.href === '/pindai' || undefined}>
              <EntryLink {...entry} />
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** The figures of the menu, asked once for the whole page. */
function useBadges() {
  return useAsk('portal_show_badges', {}, { refetchInterval: A_MINUTE }).data
}

/** News: how much of it is unread, and the way there. */
function Bell() {
  const unread = useBadges()?.notices ?? 0
  const label = unread > 0 ? `Pemberitahuan, ${shownCount(unread)} belum dibaca` : 'Pemberitahuan'
  return (
    <Link href="/pemberitahuan" className={css.bell} aria-label={label} title={label}>
      <Icon name="bell" size={24} />
      {unread > 0 && (
        <span className={css.badge} aria-hidden="true">
          {shownCount(unread)}
        </span>
      )}
    </Link>
  )
}

/** The server counts to a hundred. */
const shownCount = (count: number) => (count < 100 ? number(count) : '99+')

function EntryLink({ href, also, label, icon }: Entry) {
  const [path] = useLocation()
  const badges = useBadges()
  const waiting = href === '/kerja' ? (badges?.tasks ?? 0) : 0
  const here = [href, also].some((it) => it && (path === it || path.startsWith(`${it}/`)))
  return (
    <Link href={href} className={css.entry} aria-current={here ? 'page' : undefined} title={label}>
      <span className={css.entryIcon}>
        <Icon name={icon} size={24} />
      </span>
      <span className={css.label}>{label}</span>
      {waiting > 0 && (
        <span className={css.badge}>
          <span className="visually-hidden">, menunggu Anda: </span>
          {number(waiting)}
        </span>
      )}
    </Link>
  )
}

function SchemeToggle() {
  const { scheme } = useScheme()
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <IconButton
      icon={other === 'dark' ? 'moon' : 'sun'}
      label={other === 'dark' ? 'Ganti ke tampilan gelap' : 'Ganti ke tampilan terang'}
      onClick={() => chooseScheme(other)}
    />
  )
}

/** A device whose clock is off by more than two minutes would mislead its owner about what starts when. */
function ClockBar() {
  const lag = deviceLag()
  if (Math.abs(lag) <= TWO_MINUTES) return null
  return (
    <p className={css.clockBar} role="status">
      <Icon name="clock" /> Jam perangkat ini {lag > 0 ? 'terlambat' : 'lebih cepat'} {remaining(Math.abs(lag))}. Portal
      memakai jam server.
    </p>
  )
}
