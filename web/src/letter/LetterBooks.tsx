import { Link, useLocation } from 'wouter'
import tab from '../ui/tab.module.css'
import tasks from '../work/Tasks.module.css'

const BOOKS = [
  ['/surat/masuk', 'Surat masuk'],
  ['/surat/keluar', 'Surat keluar'],
] as const

/** From the letters that came in to those on their way out, and back. */
export function LetterBooks() {
  const [path] = useLocation()
  return (
    <nav className={tasks.tabs} aria-label="Buku surat">
      {BOOKS.map(([href, label]) => (
        <Link key={href} href={href} className={tab.tab} aria-current={path === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
