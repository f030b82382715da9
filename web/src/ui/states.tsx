/** The states that every screen has besides its content, one component each. */
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import type { Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { clock } from '../words/format'
import { Button, ButtonLink } from './Button'
import { Icon } from './Icon'
import type { IconName } from './icons/icons'
import { Notice } from './Notice'
import css from './states.module.css'

interface EmptyProps {
  icon?: IconName
  /** Why there is nothing. */
  title: string
  /** The next step. */
  children?: ReactNode
}

/** *Kosong*. */
export function Empty({ icon = 'circleCheck', title, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      <Icon name={icon} size={32} />
      <p>{title}</p>
      {children}
    </div>
  )
}

/** *Memuat*: the outline of what comes, shown only if it takes longer than a blink. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <div className={css.loading} role="status">
      <span className="visually-hidden">Memuat…</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.bone} />
      ))}
    </div>
  )
}

/** *Galat*: what happened, another try, and the number to quote when asking for help. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Notice tone="error" title={problem.message} live>
      {problem.detail && <p>{problem.detail}</p>}
      <Button icon="retry" onClick={onRetry}>
        Coba lagi
      </Button>
      <RequestId problem={problem} />
    </Notice>
  )
}

/** The number that finds this very request in the server's journal. */
export function RequestId({ problem }: { problem: Problem }) {
  const [copied, setCopied] = useState(false)
  const { requestId: id } = problem
  if (!id) return null
  return (
    <p className={css.requestId}>
      Kode: <code>{id}</code>{' '}
      <button
        type="button"
        className={css.copy}
        onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}
      >
        {copied ? 'Tersalin' : 'Salin kode'}
      </button>
    </p>
  )
}

/** Where a right is missing: which one it is, and who has it or can give it. */
export function WhoCanHelp({ problem }: { problem: Problem }) {
  const permission = problem.slug === 'not-permitted' && problem.fact('permission')
  if (!permission) return null
  return (
    <p>
      <Link href={`/hak/${permission}`}>Siapa yang bisa membantu</Link>
    </p>
  )
}

/** *Tanpa hak*: for an act on something that I may see: who may, and how to ask. */
export function NotPermitted({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={css.empty}>
      <Icon name="lock" size={32} />
      <p>{title}</p>
      {children}
    </div>
  )
}

/** What doesn't exist, and what I may not see: the two look alike. */
export function NotFound() {
  return (
    <div className={css.empty}>
      <Icon name="search" size={32} />
      <p>Halaman ini tidak ada, atau bukan untuk Anda.</p>
      <ButtonLink href="/kerja">Buka Kerja saya</ButtonLink>
    </div>
  )
}

/** *Konflik*: someone was faster. What I typed stays until I have seen theirs. */
export function Conflict({ problem, onReload }: { problem: Problem; onReload: () => void }) {
  const changedAt = problem.fact('changed_at')
  const who = problem.fact('changed_by')
  const title = who && changedAt ? `Sudah diubah oleh ${who} pukul ${clock(changedAt)}.` : problem.message
  return (
    <Notice tone="warning" title={title} live>
      <p>Yang Anda ketik tetap ada. Lihat perubahannya, lalu putuskan lagi.</p>
      <Button icon="retry" onClick={onReload}>
        Muat yang terbaru
      </Button>
    </Notice>
  )
}

/** *Luring*: a grey bar below the header; what waits to be sent stands in it, also once there is a network again. */
export function OfflineBar({ children }: { children?: ReactNode }) {
  const online = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine)
  return (
    <div role="status">
      {(!online || children) && (
        <p className={css.offline}>
          <Icon name={online ? 'cloud' : 'offline'} />
          <span>
            {!online && 'Luring. Yang tampil adalah data terakhir yang dimuat.'} {children}
          </span>
        </p>
      )}
    </div>
  )
}

function subscribeToNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

const STALE_AFTER = 5_000

/** *Basi*: when live data are from; amber once they are more than five seconds old. */
export function Freshness({ asOf }: { asOf: number }) {
  const now = useNow(1_000)
  const age = now - asOf
  return age < STALE_AFTER ? (
    <p className={css.fresh}>
      <span className={css.pulse} aria-hidden="true" /> Langsung
    </p>
  ) : (
    <p className={css.stale}>
      <Icon name="warning" size={16} /> data {Math.round(age / 1_000)} dtk lalu
    </p>
  )
}

/** The server's time, again after each interval. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), interval)
    return () => clearInterval(timer)
  }, [interval])
  return now
}
