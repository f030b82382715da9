import { Link, useSearchParams } from 'wouter'
import { serverNow } from '../api/server-clock'
import { LoadMore } from '../app/LoadMore'
import { Loaded } from '../app/Loaded'
import { useAskPages } from '../app/queries'
import letter from '../letter/Letter.module.css'
import { LetterBooks } from '../letter/LetterBooks'
import { isSecret, SIFAT, URGENSI } from '../letter/words'
import { Button, ButtonLink } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import tab from '../ui/tab.module.css'
import { longDate, shortDate } from '../words/format'
import tasks from '../work/Tasks.module.css'
import { urgency } from '../work/words'
import { type ListedNaskah, STATES } from './words'

const FILTERS = ['drafted', 'submitted', 'checked', 'signed', 'cancelled'] as const
const IN_ADDRESS = { drafted: 'konsep', submitted: 'diperiksa', checked: 'tanda-tangan', signed: 'selesai', cancelled: 'dibatalkan' } as const

/** The naskah that I draft, and those that lie or lay before me. */
export default function NaskahListPage() {
  const [search, setSearch] = useSearchParams()
  const state = FILTERS.find((it) => IN_ADDRESS[it] === search.get('status'))
  const list = useAskPages('eoffice_list_naskah', state ? { state } : {})
  const choose = (status: string) => setSearch({ ...(status && { status }) }, { replace: true })
  return (
    <Page
      title="Surat keluar"
      actions={
        <ButtonLink look="primary" icon="plus" href="/surat/baru">
          Naskah baru
        </ButtonLink>
      }
    >
      <LetterBooks />
      <div className={tasks.tabs} role="group" aria-label="Saring menurut status">
        <button type="button" className={tab.tab} aria-pressed={!state} onClick={() => choose('')}>
          Semua
        </button>
        {FILTERS.map((it) => (
          <button key={it} type="button" className={tab.tab} aria-pressed={state === it} onClick={() => choose(IN_ADDRESS[it])}>
            {STATES[it]}
          </button>
        ))}
      </div>
      <Loaded query={list} rows={5}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return state ? (
              <Empty icon="search" title="Tidak ada naskah dengan status ini.">
                <Button onClick={() => choose('')}>Hapus saringan</Button>
              </Empty>
            ) : (
              <Empty icon="letter" title="Belum ada naskah.">
                <ButtonLink look="primary" href="/surat/baru">
                  Buat naskah pertama
                </ButtonLink>
              </Empty>
            )
          }
          return (
            <>
              <ul className={`${rowList.clipped} ${letter.rows}`} aria-label="Surat keluar">
                {items.map((item) => (
                  <NaskahRow key={item.id} naskah={item} />
                ))}
              </ul>
              <LoadMore list={list} shown={items.length} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function NaskahRow({ naskah }: { naskah: ListedNaskah }) {
  const { sifat, urgensi, state, held_by: heldBy, asked_until: until } = naskah
  const { tone, mark, word } = urgency(until, serverNow())
  return (
    <li className={letter.row}>
      <h2>
        <Link href={`/surat/keluar/${naskah.id}`} className={rowList.whole}>
          {naskah.title}
        </Link>
      </h2>
      {naskah.number && <p className={`${small.quiet} ${letter.number} figures`}>{naskah.number}</p>}
      <p className={small.quiet}>
        {naskah.kind_title} · konsep {naskah.drafter_name} · {shortDate(naskah.begun_at)}
      </p>
      <p className={letter.marks}>
        {isSecret(sifat) && (
          <span className={`${letter.mark} ${letter.secret}`}>
            <Icon name="lock" size={16} /> {SIFAT[sifat]}
          </span>
        )}
        {urgensi !== 'biasa' && (
          <span className={`${letter.mark} ${urgensi === 'amat_segera' ? letter.urgent : letter.soon}`}>
            <Icon name="warning" size={16} /> {URGENSI[urgensi]}
          </span>
        )}
        <span className={letter.mark}>
          <Icon name={state === 'cancelled' ? 'cancelled' : state === 'drafted' ? 'edit' : state === 'signed' ? 'circleCheck' : 'clock'} size={16} /> {naskah.is_returned ? 'Dikembalikan' : STATES[state]}
        </span>
        {state !== 'cancelled' && heldBy.length > 0 && <span className={small.quiet}>di tangan {heldBy.join(', ')}</span>}
        {until && (
          <span className={`${letter.mark} ${tone === 'late' ? letter.urgent : ''}`} title={longDate(until)}>
            <span aria-hidden="true">{mark}</span> {word}
          </span>
        )}
      </p>
    </li>
  )
}
