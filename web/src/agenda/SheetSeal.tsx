import { Notice } from '../ui/Notice'
import { longDate, time } from '../words/format'
import type { Agenda } from './AgendaPage'
import css from './SheetSeal.module.css'

/** The closed daftar hadir: its version, and the hash that stands on the paper too. */
export function SheetSeal({ sheet }: { sheet: NonNullable<Agenda['sheet']> }) {
  const { version, sha256, closed_at: closedAt, code } = sheet
  return (
    <Notice tone="info" title={`Daftar hadir versi ${version}`}>
      <p>
        Ditutup {longDate(closedAt)} pukul {time(closedAt)}.
      </p>
      <p className={css.hash}>
        SHA-256 isi <code>{sha256}</code>
      </p>
      {code && (
        <p>
          <a href={`/v/${code}`} target="_blank" rel="noreferrer">
            Periksa keaslian
          </a>{' '}
          seperti pemegang cetakannya.
        </p>
      )}
    </Notice>
  )
}
