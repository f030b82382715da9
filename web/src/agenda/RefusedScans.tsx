import { Table } from '@mantine/core'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import deskTable from '../ui/desk-table.module.css'
import { Empty } from '../ui/states'
import { clockWithSeconds } from '../words/format'
import css from './AttendanceLists.module.css'
import { useNarrow } from '../ui/use-narrow'

const A_SECOND = 1_000

const REASON: Record<string, string> = {
  'not-invited': 'Tidak diundang',
  'code-expired': 'Kode kedaluwarsa',
  'attendance-not-open': 'Absensi belum dibuka',
  'attendance-over': 'Absensi sudah ditutup',
  'agenda-is-cancelled': 'Agenda dibatalkan',
  'agenda-cancelled': 'Agenda dibatalkan', // in rows of earlier releases
  'ticket-expired': 'Tamu, waktu mengisi habis',
  'guest-list-full': 'Tamu, daftar tamu penuh',
  'too-many-guests': 'Tamu, terlalu banyak bersamaan',
  'device-clock-wrong': 'Jam ponsel salah',
  'sent-too-late': 'Terkirim terlalu lambat',
  'code-unknown': 'Kios, bukan Kode saya',
  'person-unknown': 'Kios, pegawai tidak ditemukan',
  'person-suspended': 'Kios, akun dinonaktifkan',
  'device-unknown': 'Kios, ponsel tidak terdaftar',
  'device-replaced': 'Kios, ponsel sudah diganti',
  'signature-wrong': 'Kios, kode palsu',
  'by-hand-not-allowed': 'Kios tanpa petugas',
}

/** Scans that were refused, by name and reason: what an organiser at the door is asked about. */
export function RefusedScans({ agendaId, open }: { agendaId: string; open: boolean }) {
  const list = useAskPages('eagenda_list_refused_scans', { agenda_id: agendaId }, { refetchInterval: open && A_SECOND })
  const narrow = useNarrow()
  return (
    <Loaded query={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <Empty title="Tidak ada pindaian yang ditolak." />
        return (
          <>
            {narrow ? (
              <ul className={css.cards} aria-label="Pindaian ditolak">
                {items.map(({ name, reason, at }) => (
                  <li key={name + at} className={css.card}>
                    <h2>{name}</h2>
                    <p>
                      {clockWithSeconds(at)} · {REASON[reason] ?? reason}
                    </p>
                  </li>
                ))}
              </ul>
            ) : (
              <Table className={`${deskTable.table} ${css.table}`} verticalSpacing="xs">
                <Table.Caption className="visually-hidden">Pindaian ditolak</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Nama</Table.Th>
                    <Table.Th scope="col">Alasan</Table.Th>
                    <Table.Th scope="col">Pukul</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody className="figures">
                  {items.map(({ name, reason, at }) => (
                    <Table.Tr key={name + at}>
                      <Table.Th scope="row" className={deskTable.name}>
                        {name}
                      </Table.Th>
                      <Table.Td>{REASON[reason] ?? reason}</Table.Td>
                      <Table.Td>{clockWithSeconds(at)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            <LoadMore list={list} shown={items.length} />
          </>
        )
      }}
    </Loaded>
  )
}
