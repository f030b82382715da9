import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { askInBody } from '../api/client'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { number } from '../words/format'
import css from './Letter.module.css'
import { LetterRow } from './LetterRow'
import type { Listed } from './words'

const LEAST = 2
const MOST = 100
const PAUSE = 200

interface LetterSearchProps {
  state: Listed['state'] | undefined
  /** What narrows both the list and what is found. */
  filters: ReactNode
  /** The list, while nothing is looked for. */
  children: ReactNode
}

/** The field that finds letters, and what it finds. What is typed may be a name, so no address holds it. */
export function LetterSearch({ state, filters, children }: LetterSearchProps) {
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const [opensFirst, setOpensFirst] = useState(false)
  const id = useId()
  useSlash(id)
  return (
    <>
      <search>
        <TextField
          id={id}
          label="Cari surat"
          hint="Enter membuka yang pertama."
          placeholder="Nomor, hal, pengirim, atau isi surat"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={MOST}
          aria-keyshortcuts="/"
          value={text}
          onChange={(typed) => {
            setText(typed)
            setOpensFirst(false)
          }}
          onKeyDown={(event) => event.key === 'Enter' && setOpensFirst(true)}
        />
      </search>
      {filters}
      {/* What is cleared is cleared at once. */}
      {text.trim() && isQuestion(words) ? <Results words={words} state={state} opensFirst={opensFirst && words === text.trim()} /> : children}
    </>
  )
}

const isQuestion = (words: string) => words.length >= LEAST && /[\p{L}\p{N}]{2}/u.test(words)

interface ResultsProps {
  words: string
  state: Listed['state'] | undefined
  /** Whether Enter was pressed, also before the answer came. */
  opensFirst: boolean
}

function Results({ words, state, opensFirst }: ResultsProps) {
  const [, navigate] = useLocation()
  const found = useInfiniteQuery({
    // Each question has an answer of its own here: one that comes late is never shown for another.
    queryKey: ['eoffice_search_letters', words, state],
    queryFn: ({ pageParam, signal }) =>
      askInBody('eoffice_search_letters', { text: words, state: state ?? null, urgensi: null, year: null, cursor: pageParam || null }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  })
  const first = found.isPlaceholderData ? undefined : found.data?.pages.flatMap((page) => page.items)[0]?.letter.id
  useEffect(() => {
    if (opensFirst && first) navigate(`/surat/masuk/${first}`)
  }, [opensFirst, first, navigate])
  return (
    <Loaded query={found} rows={5}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const isOld = found.isPlaceholderData
        return (
          <div aria-busy={isOld} className={isOld ? css.old : undefined}>
            <p role="status" className={items.length > 0 ? small.quiet : 'visually-hidden'}>
              {isOld ? 'Mencari…' : summary(words, items.length, found.hasNextPage)}
            </p>
            {items.length > 0 ? (
              <>
                <ul className={`${rowList.clipped} ${css.rows}`} aria-label="Surat yang ditemukan">
                  {items.map(({ letter, matched }) => (
                    <LetterRow key={letter.id} letter={letter} matched={matched} />
                  ))}
                </ul>
                {found.hasNextPage && <LoadMore list={found} shown={items.length} />}
              </>
            ) : (
              !isOld && (
                <Empty icon="search" title={summary(words, 0, found.hasNextPage)}>
                  {found.hasNextPage && (
                    <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                      Cari di surat yang lebih lama
                    </Button>
                  )}
                </Empty>
              )
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

function summary(words: string, count: number, hasMore: boolean): string {
  if (count > 0) return hasMore ? `${number(count)} surat ditampilkan, masih ada yang lebih lama` : `${number(count)} surat ditemukan`
  return hasMore ? `Belum ditemukan “${words}” di surat terbaru.` : `Tidak ditemukan “${words}”. Coba nomor surat atau nama.`
}

/** `/` goes to the field, unless somebody is typing elsewhere or a dialog is open. */
function useSlash(id: string) {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const { target } = event
      const isTyping = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
      const isFree = !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('[role="dialog"], dialog[open]')
      if (event.key !== '/' || !isFree) return
      event.preventDefault()
      document.getElementById(id)?.focus()
    }
    addEventListener('keydown', go)
    return () => removeEventListener('keydown', go)
  }, [id])
}
