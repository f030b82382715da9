import { Table } from '@mantine/core'
import type { Answer } from '../api/operations'
import { clock, clockWithSeconds, nip, number, sentence } from '../words/format'
import { useNow } from '../ui/states'
import { distanceWords } from '../map/point'
import deskTable from '../ui/desk-table.module.css'
import css from './AttendanceLists.module.css'
import { Icon } from '../ui/Icon'
import { useNarrow } from '../ui/use-narrow'

type Present = Answer<'eagenda_list_attendance'>['items'][number]

const A_MINUTE = 60_000

const METHOD = {
  link: 'Pindai',
  short_code: 'Ketik kode',
  offline: 'Luring',
  kiosk: 'Kios',
  by_hand: 'Dicatat petugas',
} as const satisfies Record<Present['method'], string>

/** What is said of a departure that no scan in the hall told. */
const LEFT_BY: Partial<Record<Present['method'], string>> = { offline: ', jam ponsel', by_hand: ', dicatat petugas' }

interface PresentListProps {
  items: Present[]
  /** Whether leaving is recorded, and until when one can leave. */
  leaving: { until: number } | null
  /** Who did not say what the hall showed in a spot check. */
  flags: Map<string, string>
}

/** A table where there is room, cards where there isn't. */
export function PresentList({ items, leaving, flags }: PresentListProps) {
  const narrow = useNarrow()
  if (narrow) {
    return (
      <ul className={css.cards} aria-label="Yang hadir">
        {items.map((present, index) => (
          <li key={present.person_id + present.sitting_id} className={css.card}>
            <h2>
              {number(index + 1)}. {present.name}
            </h2>
            <p>
              {present.position_title}, {present.organisation_name}
            </p>
            {present.nip && <p className="figures">NIP {nip(present.nip)}</p>}
            <p>
              {clock(present.attended_at)} · <How {...present} />
            </p>
            {leaving && (
              <p>
                Pulang: <Left {...present} {...leaving} />
              </p>
            )}
            <Where distance={present.distance} />
            <Flag word={flags.get(present.person_id)} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table className={`${deskTable.table} ${css.table}`} verticalSpacing="xs" highlightOnHover>
      <Table.Caption className="visually-hidden">Yang hadir</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {['No', 'Nama', 'NIP', 'Unit', 'Pukul', 'Cara', ...(leaving ? ['Pulang'] : [])].map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {items.map((present, index) => (
          <Table.Tr key={present.person_id + present.sitting_id}>
            <Table.Td>{number(index + 1)}</Table.Td>
            <Table.Th scope="row" className={deskTable.name}>
              {present.name}
              <span>{present.position_title}</span>
            </Table.Th>
            <Table.Td>{present.nip ? nip(present.nip) : '–'}</Table.Td>
            <Table.Td className={css.unit}>{present.organisation_name}</Table.Td>
            <Table.Td>{clockWithSeconds(present.attended_at)}</Table.Td>
            <Table.Td>
              <How {...present} />
              <Where distance={present.distance} />
              <Flag word={flags.get(present.person_id)} />
            </Table.Td>
            {leaving && (
              <Table.Td>
                <Left {...present} {...leaving} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

type Leaving = Pick<Present, 'left_at' | 'left_by' | 'left_by_hand'> & { until: number }

/** When somebody left; once it is too late to say so, whoever didn't is marked. */
function Left({ left_at: at, left_by: by, left_by_hand: byHand, until }: Leaving) {
  const over = useNow(A_MINUTE) >= until
  if (at && byHand) return sentence(`${clockWithSeconds(at)}, dicatat petugas (${byHand.by}): ${byHand.reason}`)
  if (at) return `${clockWithSeconds(at)}${(by && LEFT_BY[by]) ?? ''}`
  if (!over) return 'Belum'
  return (
    <>
      <Icon name="warning" size={16} /> Tidak tercatat
    </>
  )
}

/** A phone that was elsewhere is a reason to look, said in words and with an icon. */
export function Where({ distance }: { distance: Present['distance'] }) {
  if (!distance) return null
  return (
    <p className={distance.is_outside ? css.outside : css.inside}>
      {distance.is_outside && <Icon name="warning" size={16} />} {firstUpper(distanceWords(distance))}
    </p>
  )
}

const firstUpper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What a spot check left behind; nobody is taken off the list for it. */
function Flag({ word }: { word: string | undefined }) {
  if (!word) return null
  return (
    <p className={css.flag}>
      <Icon name="warning" size={16} /> {word}
    </p>
  )
}

/** Of a scan that was kept without a network both clocks are told: the phone's, by which it counts, and ours. */
function How({ method, received_at: receivedAt, by_hand: byHand }: Pick<Present, 'method' | 'received_at' | 'by_hand'>) {
  if (byHand) return sentence(`${METHOD[method]} (${byHand.by}): ${byHand.reason}`)
  if (!receivedAt) return METHOD[method]
  return (
    <>
      {METHOD[method]}, jam ponsel · diterima {clock(receivedAt)}
    </>
  )
}
