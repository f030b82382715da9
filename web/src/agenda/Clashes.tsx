import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { askInBody } from '../api/client'
import type { Answer } from '../api/operations'
import { Notice } from '../ui/Notice'
import { number, shortDate, span } from '../words/format'
import type { Invitee } from './draft'

type Clash = Answer<'eagenda_find_clashes'>['items'][number]

const TOGETHER = 100
/** Beyond, the answer would come too late to be of use. */
const MOST_ASKED = 300
const SHOWN = 8
const PAUSE = 400

interface ClashesProps {
  people: Invitee[]
  from: string | null
  to: string | null
  agendaId?: string
}

/** Who of those chosen is invited elsewhere at that time: a warning, never a wall. */
export function Clashes({ people, from, to, agendaId = '' }: ClashesProps) {
  const chosen = [...new Set(people.map((person) => person.person_id).filter(Boolean))]
  const [asked] = useDebouncedValue(chosen.slice(0, MOST_ASKED).join(' '), PAUSE)
  const found = useQuery({
    queryKey: ['eagenda_find_clashes', asked, from, to, agendaId],
    queryFn: async ({ signal }) => {
      const ids = asked.split(' ')
      const clashes: Clash[] = []
      for (let first = 0; first < ids.length; first += TOGETHER) {
        const body = { person_ids: ids.slice(first, first + TOGETHER), starts_at: from ?? '', ends_at: to ?? '', agenda_id: agendaId }
        clashes.push(...(await askInBody('eagenda_find_clashes', body, signal)).items)
      }
      return clashes
    },
    enabled: asked !== '' && from !== null && to !== null && from < to,
    placeholderData: keepPreviousData,
  })
  const clashes = asked === '' ? [] : (found.data ?? [])
  const busy = new Set(clashes.map(({ person_id: id }) => id))
  return (
    <div role="status">
      {clashes.length > 0 && (
        <Notice tone="warning" title={`${number(busy.size)} orang sudah diundang ke agenda lain pada waktu itu.`}>
          <ul>
            {clashes.slice(0, SHOWN).map((clash, index) => (
              <li key={`${clash.person_id} ${index}`}>
                {clash.name}: {clash.title || 'agenda lain'}, {shortDate(clash.starts_at)} {span(clash.starts_at, clash.ends_at)}
              </li>
            ))}
          </ul>
          {clashes.length > SHOWN && <p>Dan {number(clashes.length - SHOWN)} bentrok lain.</p>}
        </Notice>
      )}
      {chosen.length > MOST_ASKED && <p>Bentrok diperiksa untuk {number(MOST_ASKED)} orang pertama.</p>}
    </div>
  )
}
