import card from '../ui/card.module.css'
import { longDate, shortDate, time } from '../words/format'
import small from '../ui/small.module.css'
import { Changes } from './Changes'
import css from './Naskah.module.css'
import { type Naskah, STEP_STATES, type Step, VERDICTS } from './words'

/** Who has a naskah in hand, who had it, and who comes next. */
export function ChainRail({ naskah }: { naskah: Naskah }) {
  if (naskah.chain.length === 0) return null
  return (
    <section className={card.card} aria-labelledby="rantai">
      <h2 id="rantai">Pemeriksaan dan tanda tangan</h2>
      {naskah.asked_until && (
        <p className={small.quiet}>
          Batas giliran sekarang {longDate(naskah.asked_until)} pukul {time(naskah.asked_until)}
        </p>
      )}
      <ol className={css.steps}>
        {naskah.chain.map((step) => (
          <li key={step.position_id} className={css.step} data-state={step.state}>
            <strong>{step.title}</strong> {step.holder ? <span className={small.quiet}>{step.holder}</span> : <span className={small.quiet}>lowong</span>}
            <p className={small.quiet}>{said(step)}</p>
            {step.note && <p className={css.note}>“{step.note}”</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function said({ role, state, asked_at: askedAt, at, by_name: byName }: Step): string {
  const as = role === 'sign' ? 'Menandatangani' : 'Memeriksa'
  if (state === 'approved' && at) return `${STEP_STATES.approved} ${shortDate(at)} pukul ${time(at)} oleh ${byName}`
  if (state === 'asked' && askedAt) return `${as} · ${STEP_STATES.asked} sejak ${shortDate(askedAt)} pukul ${time(askedAt)}`
  return `${as} · ${STEP_STATES.waiting}`
}

/** All that was decided, the newest first. */
export function Thread({ naskah }: { naskah: Naskah }) {
  if (naskah.thread.length === 0) return null
  return (
    <section className={card.card} aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <ol className={css.steps}>
        {naskah.thread.toReversed().map((it) => (
          <li key={`${it.at}:${it.verdict}`} className={css.step}>
            <strong>{VERDICTS[it.verdict]}</strong>
            <p className={small.quiet}>
              {it.by_name}, {it.title} · {shortDate(it.at)} pukul {time(it.at)} · edisi {it.edition}
            </p>
            {it.note && <p className={css.note}>“{it.note}”</p>}
            {it.edition > 1 && <Changes naskahId={naskah.id} edition={it.edition} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
