import { useMutation } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { fetchPaper } from '../api/client'
import { serverNow } from '../api/server-clock'
import { useMay } from '../api/session'
import { LoadMore } from '../app/LoadMore'
import { Loaded } from '../app/Loaded'
import { useAsk, useAskPages } from '../app/queries'
import { save } from '../app/save'
import { toast } from '../app/toast'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import { isoDate, number } from '../words/format'
import tasks from '../work/Tasks.module.css'
import rowList from '../ui/row-list.module.css'
import tab from '../ui/tab.module.css'
import css from './Letter.module.css'
import { LetterBooks } from './LetterBooks'
import { LetterRow } from './LetterRow'
import { LetterSearch } from './LetterSearch'
import { STATES } from './words'

const FILTERS = ['waiting', 'disposed', 'done', 'cancelled'] as const
const MOST_COUNTED = 1_000
const IN_ADDRESS = { waiting: 'menunggu', disposed: 'didisposisi', done: 'selesai', cancelled: 'dibatalkan' } as const

/** The letters that came in: the desk's whole book, and for everybody those that came to them. */
export default function LettersPage() {
  const [search, setSearch] = useSearchParams()
  const isDesk = useMay('letters.register')
  const state = FILTERS.find((it) => IN_ADDRESS[it] === search.get('status'))
  const byDue = state === 'waiting' && search.get('urut') === 'batas'
  const list = useAskPages('eoffice_list_surat_masuk', state ? { state, by_due: byDue } : {})
  const counts = useAsk('eoffice_count_surat_masuk', {}).data?.items
  const count = (state: string) => {
    const found = counts?.find((it) => it.state === state)?.count
    return found === undefined || found < MOST_COUNTED ? found : `${number(MOST_COUNTED)}+`
  }
  const choose = (status: string, urut = '') => setSearch({ ...(status && { status }), ...(urut && { urut }) }, { replace: true })
  return (
    <Page
      title="Surat masuk"
      actions={
        isDesk && (
          <>
            <ExportBook />
            <ButtonLink look="primary" icon="plus" href="/surat/masuk/baru">
              Daftarkan surat
            </ButtonLink>
          </>
        )
      }
    >
      <LetterBooks />
      {isDesk && <OnDesk />}
      <LetterSearch
        state={state}
        filters={
          <div className={tasks.tabs} role="group" aria-label="Saring menurut status">
            <button type="button" className={tab.tab} aria-pressed={!state} onClick={() => choose('')}>
              Semua
            </button>
            {FILTERS.map((it) => (
              <button key={it} type="button" className={tab.tab} aria-pressed={state === it} onClick={() => choose(IN_ADDRESS[it])}>
                {STATES[it]} {count(it) !== undefined && <span className="figures">{count(it)}</span>}
              </button>
            ))}
            {state === 'waiting' && (
              <Button icon="clock" aria-pressed={byDue} onClick={() => choose(IN_ADDRESS.waiting, byDue ? '' : 'batas')}>
                {byDue ? 'Urut: batas' : 'Urut: terbaru'}
              </Button>
            )}
          </div>
        }
      >
        <Loaded query={list} rows={5}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0) return <Nothing filtered={state !== undefined} isDesk={isDesk} onClear={() => choose('')} />
            return (
              <>
                <ul className={`${rowList.clipped} ${css.rows}`} aria-label="Surat masuk">
                  {items.map((item) => (
                    <LetterRow key={item.id} letter={item} />
                  ))}
                </ul>
                <LoadMore list={list} shown={items.length} />
              </>
            )
          }}
        </Loaded>
      </LetterSearch>
    </Page>
  )
}

/** The book of this year, for those who check that no number is missing. */
function ExportBook() {
  const year = Number(isoDate(serverNow()).slice(0, 4))
  const download = useMutation({
    mutationFn: () => fetchPaper('eoffice_export_buku_agenda', { year }),
    onSuccess: (file) => save(file, `buku-agenda-${year}.xlsx`),
    onError: (error) => toast(error.message),
  })
  return (
    <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
      Buku agenda {year}
    </Button>
  )
}

/** What was scanned and is no letter yet. */
function OnDesk() {
  const scans = useAsk('eoffice_list_letter_scans', {})
  const waiting = scans.data?.items.length ?? 0
  if (waiting === 0) return null
  const more = scans.data?.next_cursor ? 'Lebih dari ' : ''
  return (
    <p>
      {more}
      {number(waiting)} pindaian menunggu didaftarkan. <Link href="/surat/masuk/baru">Lanjutkan</Link>
    </p>
  )
}

function Nothing({ filtered, isDesk, onClear }: { filtered: boolean; isDesk: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <Empty icon="search" title="Tidak ada surat dengan status ini.">
        <Button onClick={onClear}>Hapus saringan</Button>
      </Empty>
    )
  }
  if (isDesk) {
    return (
      <Empty icon="letter" title="Belum ada surat masuk.">
        <ButtonLink look="primary" href="/surat/masuk/baru">
          Daftarkan surat pertama
        </ButtonLink>
      </Empty>
    )
  }
  return <Empty icon="letter" title="Belum ada surat untuk Anda." />
}
