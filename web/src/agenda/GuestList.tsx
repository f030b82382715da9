import { Table } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages } from '../app/queries'
import { Button } from '../ui/Button'
import deskTable from '../ui/desk-table.module.css'
import { Empty } from '../ui/states'
import { clock, clockWithSeconds, number, telephone } from '../words/format'
import css from './AttendanceLists.module.css'
import { RemoveGuestDialog } from './RemoveGuestDialog'
import { useNarrow } from '../ui/use-narrow'

const A_SECOND = 1_000

export type Guest = Answer<'eagenda_list_guests'>['items'][number]

/** The guests of an agenda, asked each second while it is open. */
export function useGuests(agendaId: string, sessionId: string | undefined, open: boolean) {
  const asked = { agenda_id: agendaId, ...(sessionId && { sitting_id: sessionId }) }
  return useAskPages('eagenda_list_guests', asked, { refetchInterval: open && A_SECOND })
}

/** Those who wrote themselves down, and below them those who were taken off. */
export function GuestList({ agendaId, sessionId, open }: { agendaId: string; sessionId: string | undefined; open: boolean }) {
  const list = useGuests(agendaId, sessionId, open)
  const [removing, setRemoving] = useState<Guest | null>(null)
  const narrow = useNarrow()
  const List = narrow ? GuestCards : GuestTable
  return (
    <>
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return <Empty icon="people" title="Belum ada tamu. Nama muncul di sini begitu formulir dikirim." />
          }
          return (
            <>
              <List items={items} onRemove={open ? setRemoving : null} />
              <LoadMore list={list} shown={items.length} />
            </>
          )
        }}
      </Loaded>
      <RemovedGuests agendaId={agendaId} />
      {removing && <RemoveGuestDialog agendaId={agendaId} guest={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

interface ListProps {
  items: Guest[]
  /** None once the list is closed. */
  onRemove: ((guest: Guest) => void) | null
}

function GuestTable({ items, onRemove }: ListProps) {
  return (
    <Table className={`${deskTable.table} ${css.table}`} verticalSpacing="xs" highlightOnHover>
      <Table.Caption className="visually-hidden">Tamu</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {['No', 'Nama', 'Instansi', 'Telepon', 'Pukul', ...(onRemove ? ['Tindakan'] : [])].map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {items.map((guest, index) => (
          <Table.Tr key={guest.id}>
            <Table.Td>{number(index + 1)}</Table.Td>
            <Table.Th scope="row" className={deskTable.name}>
              {guest.name}
              <span>{guest.position}</span>
            </Table.Th>
            <Table.Td className={css.unit}>{guest.institution}</Table.Td>
            <Table.Td>{guest.telephone ? telephone(guest.telephone) : '–'}</Table.Td>
            <Table.Td>{clockWithSeconds(guest.attended_at)}</Table.Td>
            {onRemove && (
              <Table.Td>
                <RemoveButton guest={guest} onRemove={onRemove} />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function GuestCards({ items, onRemove }: ListProps) {
  return (
    <ul className={css.cards} aria-label="Tamu">
      {items.map((guest, index) => (
        <li key={guest.id} className={css.card}>
          <h2>
            {number(index + 1)}. {guest.name}
          </h2>
          <p>{[guest.position, guest.institution].filter(Boolean).join(', ')}</p>
          {guest.telephone && <p className="figures">{telephone(guest.telephone)}</p>}
          <p>{clock(guest.attended_at)} · Tamu</p>
          {onRemove && <RemoveButton guest={guest} onRemove={onRemove} />}
        </li>
      ))}
    </ul>
  )
}

function RemoveButton({ guest, onRemove }: { guest: Guest; onRemove: (guest: Guest) => void }) {
  return (
    <Button look="text" aria-label={`Hapus ${guest.name}`} onClick={() => onRemove(guest)}>
      Hapus
    </Button>
  )
}

/** The trace of those who were taken off: who did it, when and why. */
function RemovedGuests({ agendaId }: { agendaId: string }) {
  const list = useAskPages('eagenda_list_guests', { agenda_id: agendaId, state: 'removed' })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <section className={css.removed} aria-labelledby="tamu-dihapus">
      <h2 id="tamu-dihapus">Dihapus dari daftar</h2>
      <ul className={css.cards}>
        {items.map(({ id, name, institution, removal }) => (
          <li key={id} className={css.card}>
            <p>
              {name}, {institution}
            </p>
            {removal && (
              <p>
                Dihapus oleh {removal.by} pukul {clock(removal.at)}: {removal.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      <LoadMore list={list} shown={items.length} />
    </section>
  )
}
