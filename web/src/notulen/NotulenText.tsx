import small from '../ui/small.module.css'
import { longDate, number } from '../words/format'
import css from './Notulen.module.css'
import type { Shown } from './NotulenPage'

/** What the notulen says so far, to be read. */
export function NotulenText({ notulen }: { notulen: Shown }) {
  const { text } = notulen
  if (!text) return null
  const parts = [
    ['Surat undangan', text.invitation],
    ['Isi agenda', text.points],
    ['Pembukaan', text.opening],
    ['Pembahasan', text.discussion],
    ['Kesimpulan', text.conclusion],
    ['Penutup', text.closing],
  ].filter(([, words]) => words)
  const nameOf = (id: string) => notulen.owners.find(({ person_id: person }) => person === id)
  return (
    <section className={css.card} aria-label="Isi notulen">
      {parts.map(([title, words]) => (
        <div key={title}>
          <h3>{title}</h3>
          <p className={css.prose}>{words}</p>
        </div>
      ))}
      <Present notulen={notulen} />
      {text.decisions.length > 0 && (
        <div>
          <h3>Keputusan</h3>
          <ol className={css.rows}>
            {text.decisions.map((it, place) => {
              const owner = nameOf(it.owner_id)
              const who = it.as_post && owner?.position_title ? `${owner.position_title} (${owner.name})` : owner?.name
              return (
                <li key={it.id}>
                  {place + 1}. {it.text || 'Belum diisi'}
                  <p className={small.quiet}>
                    {who ?? 'Belum ada penanggung jawab'} · {it.due_on ? `batas ${longDate(it.due_on)}` : 'belum ada batas'}
                  </p>
                </li>
              )
            })}
          </ol>
        </div>
      )}
    </section>
  )
}

/** Who came, in whose place: the paper names them by itself. */
export function Present({ notulen }: { notulen: Shown }) {
  return (
    <details>
      <summary>Peserta menurut daftar hadir: {number(notulen.present_count)} orang</summary>
      {notulen.present_count === 0 ? (
        <p>Belum ada yang tercatat hadir.</p>
      ) : (
        <ol className={css.people}>
          {notulen.present.map((words, place) => (
            <li key={place}>{words}</li>
          ))}
        </ol>
      )}
      {notulen.present_count > notulen.present.length && (
        <p>dan {number(notulen.present_count - notulen.present.length)} orang lagi, menurut daftar hadir.</p>
      )}
    </details>
  )
}
