import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import deskTable from '../ui/desk-table.module.css'
import { useNarrow } from '../ui/use-narrow'
import { number } from '../words/format'
import type { Counts } from './AttendanceChart'
import css from './Recap.module.css'
import { percent } from './months.ts'

export interface Row {
  id: string
  /** What the row is of. */
  name: ReactNode
  about?: string
  counts: Counts
}

interface CountsTableProps {
  caption: string
  /** What the rows are: Bulan, Kantor, Nama. */
  of: string
  rows: Row[]
}

/** The numbers, a row each; cards where there is no room for a table. */
export function CountsTable({ caption, of, rows }: CountsTableProps) {
  const narrow = useNarrow()
  if (narrow) {
    return (
      <ul className={css.cards} aria-label={caption}>
        {rows.map(({ id, name, about, counts }) => (
          <li key={id} className={css.card}>
            <h3>{name}</h3>
            {about && <p>{about}</p>}
            <p>
              <strong>{percent(counts.present, counts.invited)} hadir</strong>: {number(counts.present)} dari {number(counts.invited)}{' '}
              undangan, {number(counts.meetings)} agenda
            </p>
            <p>{rest(counts)}</p>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table className={deskTable.table} verticalSpacing="xs">
      <Table.Caption className="visually-hidden">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{of}</Table.Th>
          {['Agenda', 'Diundang', 'Hadir', 'Diwakili', 'Tidak hadir, menjawab', 'Tidak hadir, tanpa jawaban'].map((title) => (
            <Table.Th key={title} scope="col" className={css.number}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {rows.map(({ id, name, about, counts }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" className={deskTable.name}>
              {name}
              {about && <span>{about}</span>}
            </Table.Th>
            <Table.Td className={css.number}>{number(counts.meetings)}</Table.Td>
            <Table.Td className={css.number}>{number(counts.invited)}</Table.Td>
            <Table.Td className={css.number}>
              {number(counts.present)} ({percent(counts.present, counts.invited)})
              {counts.late > 0 && <span>{number(counts.late)} terlambat</span>}
              {counts.deputised > 0 && <span>+ {number(counts.deputised)} mewakili</span>}
            </Table.Td>
            <Table.Td className={css.number}>{number(counts.represented)}</Table.Td>
            <Table.Td className={css.number}>{number(counts.absent_answered)}</Table.Td>
            <Table.Td className={css.number}>{number(counts.absent_unanswered)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Everything beside presence that there is any of. */
function rest(counts: Counts): string {
  const parts: [number, string][] = [
    [counts.late, 'terlambat'],
    [counts.represented, 'diwakili'],
    [counts.absent_answered, 'tidak hadir, menjawab'],
    [counts.absent_unanswered, 'tidak hadir, tanpa jawaban'],
    [counts.deputised, 'mewakili orang lain'],
  ]
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`)
  return told.join(' · ')
}
