import { useSearchParams } from 'wouter'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import tab from '../ui/tab.module.css'
import { DecisionRows } from './DecisionRows'
import css from './Notulen.module.css'

const SORTS = { open: 'Belum selesai', overdue: 'Lewat batas', done: 'Selesai', cancelled: 'Dibatalkan' } as const
const EMPTY = {
  open: 'Tidak ada yang belum selesai. Keputusan rapat tampil di sini sesudah notulennya disetujui.',
  overdue: 'Tidak ada tindak lanjut yang lewat batas.',
  done: 'Belum ada tindak lanjut yang selesai.',
  cancelled: 'Tidak ada tindak lanjut yang dibatalkan.',
} as const
type Sort = keyof typeof SORTS

/** What the meetings of my office decided, and how far it is. */
export default function DecisionsPage() {
  const [search, setSearch] = useSearchParams()
  const sort = (Object.keys(SORTS) as Sort[]).find((it) => it === search.get('saring')) ?? 'open'
  return (
    <Page title="Tindak lanjut rapat" above={<BackLink href="/agenda">Agenda</BackLink>} narrow>
      <div className={css.page}>
        <div className={acts.acts} role="group" aria-label="Saring tindak lanjut">
          {(Object.keys(SORTS) as Sort[]).map((it) => (
            <button
              key={it}
              type="button"
              className={tab.tab}
              aria-pressed={it === sort}
              onClick={() => setSearch(it === 'open' ? {} : { saring: it }, { replace: true })}
            >
              {SORTS[it]}
            </button>
          ))}
        </div>
        <DecisionRows parameters={{ sort }} empty={EMPTY[sort]} heading="h2" />
      </div>
    </Page>
  )
}
