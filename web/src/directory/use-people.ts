import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { askInBody } from '../api/client'
import { asProblem } from '../api/problem'
import type { Answer } from '../api/operations'
import { number } from '../words/format'

const LEAST_LETTERS = 2
const PAUSE = 150

export type FoundPerson = Answer<'portal_find_people'>['items'][number]

/** Where people are looked for: the whole directory, unless somebody may choose among fewer. */
export interface Search {
  where: string
  ask: (text: string, most: number, signal: AbortSignal) => Promise<{ items: FoundPerson[]; more: boolean }>
}

const everywhere: Search = {
  where: 'directory',
  ask: (text, most, signal) => askInBody('portal_find_people', { text, most }, signal),
}

/** The people whom a typed text finds, a moment after the last key and at most so many, and what is said about them. */
export function usePeople(text: string, most: number, search: Search = everywhere) {
  const [words] = useDebouncedValue(text.trim(), PAUSE)
  const found = useQuery({
    queryKey: ['find-people', search.where, words, most],
    queryFn: ({ signal }) => search.ask(words, most, signal),
    enabled: words.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  })
  const asks = words.length >= LEAST_LETTERS
  const people: FoundPerson[] = asks ? (found.data?.items ?? []) : []
  return {
    people,
    /** What was found belongs to what stands in the field. */
    isCurrent: asks && words === text.trim() && !found.isFetching,
    said: found.error ? asProblem(found.error).message : asks ? summary(words, !found.data, people.length, found.data?.more) : '',
  }
}

function summary(words: string, searching: boolean, found: number, more = false): string {
  if (searching) return 'Mencari…'
  if (found === 0) return `Tidak ditemukan "${words}". Coba nama, OPD, atau NIP lengkap.`
  return more ? `${number(found)} pertama ditampilkan. Persempit pencarian.` : `${number(found)} ditemukan`
}
