import { Table } from '@mantine/core'
import type { Agenda } from '../agenda/AgendaPage'
import lists from '../agenda/AttendanceLists.module.css'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import deskTable from '../ui/desk-table.module.css'
import { Icon } from '../ui/Icon'
import { Empty, useNow } from '../ui/states'
import { useNarrow } from '../ui/use-narrow'
import { clockWithSeconds, number, remaining } from '../words/format'
import css from './Spot.module.css'
import { REPLY } from './words'

type Check = Answer<'eagenda_list_spot_checks'>['items'][number]

const WHILE_IT_RUNS = 2_000
const A_SECOND = 1_000

export function useSpotChecks(agendaId: string, open: boolean) {
  return useAsk(
    'eagenda_list_spot_checks',
    { agenda_id: agendaId },
    {
      refetchInterval: ({ state }) =>
        open && state.data?.items.some((check) => check.state === 'running' || check.state === 'planned') ? WHILE_IT_RUNS : false,
    },
  )
}

/** The spot checks of a meeting: how one is begun, and what those drawn have said. */
export function SpotChecks({ agenda }: { agenda: Agenda }) {
  const checks = useSpotChecks(agenda.id, agenda.state === 'scheduled')
  return (
    <Loaded query={checks}>
      {({ items, people, seconds_to_answer: seconds }) => (
        <div className={css.checks}>
          {agenda.state === 'scheduled' && !items.some(({ state }) => state === 'running' || state === 'planned') && (
            <Start agendaId={agenda.id} people={people} seconds={seconds} />
          )}
          {items.length === 0 ? (
            <Empty icon="attendance" title="Belum ada cek acak pada agenda ini." />
          ) : (
            items.map((check) => <OneCheck key={check.number} check={check} />)
          )}
        </div>
      )}
    </Loaded>
  )
}

function Start({ agendaId, people, seconds }: { agendaId: string; people: number; seconds: number }) {
  const start = useCommand('eagenda_start_spot_check')
  const send = (atRandom: boolean) =>
    toastWhenDone(start.mutateAsync({ agenda_id: agendaId, at_random: atRandom }), ({ state, drawn }) =>
      state === 'running' ? `Cek acak dimulai: ${number(drawn)} orang ditanya.` : 'Cek acak dimulai sendiri pada menit acak.',
    )
  return (
    <div className={css.check}>
      <p>
        {number(people)} orang yang hadir diundi dan diminta memilih angka yang tampil di layar aula, dalam{' '}
        {remaining(seconds * 1_000)}. Buka layar aula lebih dahulu. Yang tidak menjawab diberi tanda dan tetap tercatat hadir.
      </p>
      {start.error && <Refusal error={start.error} />}
      <div className={acts.acts}>
        <Button look="primary" busy={start.isPending} onClick={() => send(false)}>
          Mulai cek acak sekarang
        </Button>
        <Button busy={start.isPending} onClick={() => send(true)}>
          Pada menit acak selama agenda
        </Button>
      </div>
    </div>
  )
}

function OneCheck({ check }: { check: Check }) {
  const verified = check.drawn.filter(({ reply }) => reply === 'verified').length
  return (
    <section className={css.check} aria-label={`Cek acak ${check.number}`}>
      <h2>Cek acak {number(check.number)}</h2>
      {check.state === 'planned' && <p>Dimulai sendiri pada menit acak selama agenda. Biarkan layar aula tetap terbuka.</p>}
      {check.state === 'dropped' && <p>Tidak jadi: pada menitnya tidak ada peserta yang hadir, atau agenda sudah selesai.</p>}
      {check.begun_at && (
        <p className="figures" role="status">
          Mulai {clockWithSeconds(check.begun_at)} · {number(verified)} dari {number(check.drawn.length)} terverifikasi ·{' '}
          {check.state === 'running' && check.until ? <Left until={check.until} /> : `angkanya ${check.shown}`}
        </p>
      )}
      {check.drawn.length > 0 && <Drawn check={check} />}
    </section>
  )
}

function Left({ until }: { until: string }) {
  return <>sisa {remaining(Date.parse(until) - useNow(A_SECOND))}</>
}

function Drawn({ check }: { check: Check }) {
  const narrow = useNarrow()
  if (narrow) {
    return (
      <ul className={lists.cards} aria-label="Yang diundi">
        {check.drawn.map((one) => (
          <li key={one.person_id} className={lists.card}>
            <h3>{one.name}</h3>
            <p>{one.organisation_name}</p>
            <p>
              <Said {...one} />
            </p>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table className={`${deskTable.table} ${lists.table}`} verticalSpacing="xs">
      <Table.Caption className="visually-hidden">Yang diundi pada cek acak {number(check.number)}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {['Nama', 'Unit', 'Cek acak', 'Pukul'].map((title) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody className="figures">
        {check.drawn.map((one) => (
          <Table.Tr key={one.person_id}>
            <Table.Th scope="row" className={deskTable.name}>
              {one.name}
            </Table.Th>
            <Table.Td className={lists.unit}>{one.organisation_name}</Table.Td>
            <Table.Td>
              <Said {...one} />
            </Table.Td>
            <Table.Td>{one.replied_at ? clockWithSeconds(one.replied_at) : '–'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export function Said({ reply }: { reply: keyof typeof REPLY }) {
  return (
    <>
      <Icon name={REPLY[reply].icon} size={16} /> {REPLY[reply].word}
    </>
  )
}
