import { Table as MantineTable } from '@mantine/core'
import { useState } from 'react'
import { useNarrow } from '../ui/use-narrow'
import { useMay } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import deskTable from '../ui/desk-table.module.css'
import { TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import { longDate, number, shortDate, time } from '../words/format'
import { ProposalCard, Withdraw } from './ProposalCard'
import { ProposeDialog } from './ProposeDialog'
import css from './Tables.module.css'
import { during, type Proposal, type Row, shown, type Table } from './words'

const MANY = 10
const AT_FIRST = 25

/** One table: what waits, what holds, what will and what did, and who decided it. */
export default function TablePage({ tableId }: { tableId: string }) {
  const table = useAsk('tables_show_table', { table_id: tableId })
  const [proposing, setProposing] = useState(false)
  const mayPropose = useMay('tables.propose')
  return (
    <Page
      title={table.data?.title ?? 'Tabel'}
      above={<BackLink href="/administrasi/tabel">Tabel</BackLink>}
      actions={
        table.data &&
        mayPropose && (
          <Button look="primary" icon="plus" onClick={() => setProposing(true)}>
            Usulkan perubahan
          </Button>
        )
      }
      narrow
    >
      <Loaded query={table}>
        {(data) => (
          <>
            <p>{data.purpose}</p>
            <Waiting table={data} />
            <Rows table={data} title="Berlaku" standing="in-force" />
            <Rows table={data} title="Akan berlaku" standing="future" />
            <Rows table={data} title="Pernah berlaku" standing="past" />
            <History proposals={data.proposals.filter(({ state }) => state !== 'proposed')} />
            {proposing && <ProposeDialog table={data} onClose={() => setProposing(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Waiting({ table }: { table: Table }) {
  // What would hold first has to be decided first.
  const waiting = table.proposals
    .filter(({ state }) => state === 'proposed')
    .sort((one, other) => one.valid_from.localeCompare(other.valid_from))
  if (waiting.length === 0) return null
  return (
    <section className={card.section} aria-labelledby="menunggu">
      <h2 id="menunggu">Menunggu keputusan</h2>
      <ul className={card.cards}>
        {waiting.map((proposal) => (
          <ProposalCard key={proposal.id} table={table} proposal={proposal} />
        ))}
      </ul>
    </section>
  )
}

function Rows({ table, title, standing }: { table: Table; title: string; standing: Row['standing'] }) {
  const [sought, setSought] = useState('')
  const [whole, setWhole] = useState(false)
  const narrow = useNarrow()
  const all = table.rows.filter((row) => row.standing === standing)
  if (all.length === 0) return null
  const text = (row: Row) => table.fields.map((field) => shown(field, row.values[field.name])).join(' ')
  const found = all.filter((row) => text(row).toLowerCase().includes(sought.trim().toLowerCase()))
  const many = all.length > MANY
  const sorted = many ? found.reverse() : found // of a long list of days the latest are looked for
  const rows = whole ? sorted : sorted.slice(0, AT_FIRST)
  return (
    <section className={card.section} aria-labelledby={standing}>
      <h2 id={standing}>{title}</h2>
      {many && (
        <TextField label="Cari baris" hint="Contoh: Idul Fitri, atau Maret 2027" value={sought} onChange={setSought} />
      )}
      {many && !narrow ? (
        <RowTable table={table} title={title} rows={rows} />
      ) : (
        <ul className={card.cards}>
          {rows.map((row) => (
            <li key={`${text(row)} ${row.valid_from}`} className={card.card}>
              <dl className={css.facts}>
                {table.fields.map((field) => (
                  <div key={field.name}>
                    <dt>{field.title}</dt>
                    <dd className="figures">{shown(field, row.values[field.name])}</dd>
                  </div>
                ))}
              </dl>
              <p>
                {during(row.valid_from, row.last_day)}. Dasar: {row.basis}
              </p>
              {standing === 'future' && <Withdrawable table={table} row={row} />}
            </li>
          ))}
        </ul>
      )}
      {rows.length === 0 && <p>Tidak ada baris yang cocok.</p>}
      {rows.length < sorted.length && (
        <div>
          <Button onClick={() => setWhole(true)}>Tampilkan semua {number(sorted.length)} baris</Button>
        </div>
      )}
    </section>
  )
}

/** Many rows, each in a line. */
function RowTable({ table, title, rows }: { table: Table; title: string; rows: Row[] }) {
  return (
    <MantineTable className={deskTable.table}>
      <caption className="visually-hidden">{title}</caption>
      <MantineTable.Thead>
        <MantineTable.Tr>
          {table.fields.map(({ name, title }) => (
            <MantineTable.Th key={name}>{title}</MantineTable.Th>
          ))}
          <MantineTable.Th>Dasar</MantineTable.Th>
          {rows[0]?.standing === 'future' && <MantineTable.Th>Tindakan</MantineTable.Th>}
        </MantineTable.Tr>
      </MantineTable.Thead>
      <MantineTable.Tbody>
        {rows.map((row) => (
          <MantineTable.Tr key={`${JSON.stringify(row.values)} ${row.valid_from}`}>
            {table.fields.map((field) => (
              <MantineTable.Td key={field.name} className={field.kind === 'date' ? `figures ${css.day}` : 'figures'}>
                {field.kind === 'date' ? shortDate(row.values[field.name] ?? '') : shown(field, row.values[field.name])}
              </MantineTable.Td>
            ))}
            <MantineTable.Td>
              {row.basis} <span className={css.during}>{during(row.valid_from, row.last_day)}</span>
            </MantineTable.Td>
            {row.standing === 'future' && (
              <MantineTable.Td>
                <Withdrawable table={table} row={row} />
              </MantineTable.Td>
            )}
          </MantineTable.Tr>
        ))}
      </MantineTable.Tbody>
    </MantineTable>
  )
}

/** A row that two people approved and that hasn't begun can be taken back. */
function Withdrawable({ table, row }: { table: Table; row: Row }) {
  const proposal = table.proposals.find(({ id }) => id === row.proposal_id)
  return (
    proposal && (
      <div className={acts.acts}>
        <Withdraw proposal={proposal} label="Tarik sebelum berlaku" />
      </div>
    )
  )
}

const DECIDED = { proposed: 'Diusulkan', approved: 'Disetujui', rejected: 'Ditolak', withdrawn: 'Ditarik' } as const satisfies Record<
  Proposal['state'],
  string
>

function History({ proposals }: { proposals: Proposal[] }) {
  if (proposals.length === 0) return null
  return (
    <section className={card.section} aria-labelledby="riwayat">
      <h2 id="riwayat">Riwayat</h2>
      <ul className={card.cards}>
        {proposals.map((proposal) => (
          <li key={proposal.id} className={card.card}>
            <h3>
              {DECIDED[proposal.state]} · {during(proposal.valid_from, proposal.valid_to)}
            </h3>
            <p>
              Diusulkan {proposal.proposed_by}, {longDate(proposal.proposed_at)} {time(proposal.proposed_at)}.
            </p>
            {proposal.decided_at && (
              <p>
                {DECIDED[proposal.state]} {proposal.decided_by}, {longDate(proposal.decided_at)}{' '}
                {time(proposal.decided_at)}. {proposal.reason && `Alasan: ${proposal.reason}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
