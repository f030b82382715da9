/** The days that a draft's rule names, as the server sees them before anything is published. */
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { asProblem, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { number, shortDate } from '../words/format'
import { type Draft, type Mistakes, mistakesFrom, roomName, timesOf } from './draft'
import { ruleOf } from './repeat'

export type SeriesPreview = Answer<'eagenda_preview_series'>

const PAUSE = 300
const NAMED = 3

function question(draft: Draft) {
  const rule = ruleOf(draft, serverNow())
  const { from, to } = timesOf(draft, serverNow())
  if (!rule || !from || !to || from >= to) return null
  return {
    rule,
    starts_at: from,
    ends_at: to,
    skip_days_off: draft.skipDaysOff,
    excluded: draft.excluded,
    room_id: draft.room.split(' ')[0] || null,
  }
}

const previewOf = (asked: ReturnType<typeof question>) =>
  queryOptions<SeriesPreview, Problem>({
    queryKey: ['eagenda_preview_series', asked],
    queryFn: ({ signal }) => {
      if (!asked) throw new Error('nothing to ask')
      return askInBody('eagenda_preview_series', asked, signal)
    },
    enabled: asked !== null,
    retry: false,
  })

/** What the server says to a draft that repeats, a moment after the last key. */
export function useSeriesPreview(draft: Draft) {
  const [asked] = useDebouncedValue(JSON.stringify(question(draft)), PAUSE)
  const current = JSON.parse(asked) as ReturnType<typeof question>
  const preview = useQuery({ ...previewOf(current), placeholderData: (before: SeriesPreview | undefined) => before })
  return { ...preview, data: current ? preview.data : undefined, error: current ? preview.error : null }
}

/** What keeps a series from being published, asked once more now. */
export async function seriesMistakes(draft: Draft, client: QueryClient): Promise<Mistakes> {
  const asked = question(draft)
  if (!asked) return {}
  try {
    const preview = await client.fetchQuery({ ...previewOf(asked), staleTime: 0 })
    const clashes = preview.days.filter((day) => day.room_taken)
    return {
      ...(preview.day_count < 2 && { repeats: 'Seri berisi paling sedikit dua tanggal.' }),
      ...(clashes.length > 0 && { room: clashWords(roomName(draft.room), clashes) }),
    }
  } catch (error) {
    const problem = asProblem(error)
    return problem.fieldErrors.length > 0 ? mistakesFrom(problem.fieldErrors) : { repeats: problem.message }
  }
}

function clashWords(room: string, clashes: SeriesPreview['days']): string {
  const named = clashes.slice(0, NAMED).map((day) => shortDate(day.starts_at))
  const more = clashes.length > NAMED ? ` dan ${number(clashes.length - NAMED)} tanggal lain` : ''
  return `${room} terpakai pada ${named.join(', ')}${more}. Keluarkan tanggal itu, atau pilih ruang atau jam lain.`
}
