import { Link } from 'wouter'
import type { Parameters } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { longDate } from '../words/format'
import css from './Notulen.module.css'
import { type Decision, STATES } from './words'

interface DecisionRowsProps {
  parameters: Omit<Parameters<'eagenda_list_decisions'>, 'cursor'>
  empty: string
  /** How deep below the page's own title they stand. */
  heading: 'h2' | 'h3'
}

/** Decisions by their due date, each leading to its page. */
export function DecisionRows({ parameters, empty, heading: Heading }: DecisionRowsProps) {
  const list = useAskPages('eagenda_list_decisions', parameters)
  return (
    <Loaded query={list} rows={4}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty title={empty} />
        return (
          <>
            <ul className={css.rows} aria-label="Tindak lanjut">
              {items.map((it) => (
                <li key={it.id} className={css.card}>
                  <Heading>
                    <Link href={`/tindak-lanjut/${it.id}`}>{it.text}</Link>
                  </Heading>
                  <p>{it.owner}</p>
                  <p className={small.quiet}>
                    {STATES[it.state]} · <Due decision={it} /> · {it.agenda_title}
                  </p>
                </li>
              ))}
            </ul>
            <LoadMore list={list} shown={items.length} />
          </>
        )
      }}
    </Loaded>
  )
}

export function Due({ decision }: { decision: Decision }) {
  return decision.is_overdue ? (
    <span className={css.late}>lewat batas {longDate(decision.due_on)}</span>
  ) : (
    <>batas {longDate(decision.due_on)}</>
  )
}
