import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages, useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import { JobProgress } from '../jobs/JobProgress'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { Empty, NotPermitted } from '../ui/states'
import { isoDate, number } from '../words/format'
import type { Agenda } from './AgendaPage'
import { ANSWERS, type AnswerKind } from './answer'
import { Clashes } from './Clashes'
import { countPeople, type Invitee, invitedIds } from './draft'
import { InviteBox } from './InviteBox'
import { InvitedGuests } from './InvitedGuests'
import { useFindingInvitees } from './InviteGroups'
import css from './Invited.module.css'
import { PickedBar } from './PickedBar'
import { Refusal } from './Refusal'
import { type Scope, SeriesScope } from './SeriesScope'
import { usePicked } from './use-picked'

type Invited = Answer<'eagenda_list_invited'>['items'][number]

const A_SECOND = 1_000
const KINDS = Object.keys(ANSWERS) as AnswerKind[]

const NO_ANSWERS = { coming: 0, not_coming: 0, represented: 0, unanswered: 0 }

/** Who is invited to an agenda; more can be invited, and invitations withdrawn, until it is over. */
export default function InvitedPage({ agendaId }: { agendaId: string }) {
  const agenda = useAsk('eagenda_show_agenda', { agenda_id: agendaId })
  return (
    <Page title="Yang diundang" above={<BackLink href={`/agenda/${agendaId}`}>{agenda.data?.title ?? 'Agenda'}</BackLink>} narrow>
      <Loaded query={agenda}>
        {(data) =>
          data.may_organise ? (
            <InvitedPeople agenda={data} />
          ) : (
            <NotPermitted title="Daftar undangan dilihat penyelenggaranya.">
              <p>Hubungi {data.organiser_name}.</p>
            </NotPermitted>
          )
        }
      </Loaded>
    </Page>
  )
}

function InvitedPeople({ agenda }: { agenda: Agenda }) {
  const [search, setSearch] = useSearchParams()
  const [job, setJob] = useState(search.get('pekerjaan') ?? '')
  const wanted = KINDS.find((kind) => kind === search.get('jawaban'))
  const list = useAskPages('eagenda_list_invited', { agenda_id: agenda.id, ...(wanted && { answer: wanted }) })
  const open = agenda.state === 'scheduled'
  const choose = (kind: AnswerKind | undefined) => setSearch(kind ? { jawaban: kind } : {}, { replace: true })
  return (
    <div className={css.page}>
      {job && <Inviting jobId={job} />}
      {open && <InviteMore agenda={agenda} onJob={setJob} />}
      <section aria-labelledby="diundang" className={css.page}>
        <Loaded query={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            const [first] = pages
            const vacant = first?.vacant_posts ?? []
            const counts = countsOf(first)
            return (
              <>
                <h2 id="diundang">{number(first?.invited_count ?? 0)} orang diundang</h2>
                {vacant.length > 0 && (
                  <p className={css.about}>Masih kosong, diundang begitu terisi: {vacant.join(', ')}.</p>
                )}
                <div className={css.filters} role="group" aria-label="Saring menurut jawaban">
                  <Button look="text" aria-pressed={!wanted} onClick={() => choose(undefined)}>
                    Semua
                  </Button>
                  {KINDS.map((kind) => (
                    <Button key={kind} look="text" aria-pressed={wanted === kind} onClick={() => choose(kind)}>
                      {ANSWERS[kind]} {number(counts[kind])}
                    </Button>
                  ))}
                </div>
                {open && counts.unanswered > 0 && <RemindUnanswered agenda={agenda} />}
                {items.length === 0 ? (
                  <Empty icon="people" title={wanted ? `Tidak ada: ${ANSWERS[wanted].toLowerCase()}.` : 'Belum ada yang diundang.'} />
                ) : (
                  <People agenda={agenda} people={items} open={open} onJob={setJob} />
                )}
                <LoadMore list={list} shown={items.length} />
              </>
            )
          }}
        </Loaded>
      </section>
      <InvitedGuests agenda={agenda} onJob={setJob} />
    </div>
  )
}

function countsOf(page: Answer<'eagenda_list_invited'> | undefined): Record<AnswerKind, number> {
  const { coming, not_coming, represented, unanswered } = page?.counts ?? NO_ANSWERS
  return { coming, 'not-coming': not_coming, represented, unanswered }
}

/** Once a day at most; the server says when again. */
function RemindUnanswered({ agenda }: { agenda: Agenda }) {
  const remind = useCommand('eagenda_remind_unanswered')
  return (
    <div>
      {remind.error && <Refusal error={remind.error} />}
      <Button
        icon="bell"
        busy={remind.isPending}
        onClick={() =>
          toastWhenDone(remind.mutateAsync({ agenda_id: agenda.id }), ({ reminded_count: count }) =>
            count > 0 ? `${number(count)} orang diingatkan.` : 'Semua sudah menjawab.',
          )
        }
      >
        Ingatkan yang belum menjawab
      </Button>
    </div>
  )
}

/** How far the job is that changes the list; once it has ended, the list is asked for anew. */
function Inviting({ jobId }: { jobId: string }) {
  const client = useQueryClient()
  const job = useAsk(
    'portal_show_job',
    { job_id: jobId },
    { refetchInterval: (query) => query.state.data?.state !== 'completed' && A_SECOND },
  )
  const ended = job.data?.state === 'completed'
  useEffect(() => {
    if (ended) void client.invalidateQueries()
  }, [ended, client])
  return <Loaded query={job}>{(data) => <JobProgress job={data} live />}</Loaded>
}

function InviteMore({ agenda, onJob }: { agenda: Agenda; onJob: (jobId: string) => void }) {
  const [people, setPeople] = useState<Invitee[]>([])
  const [missing, setMissing] = useState(false)
  const [scope, setScope] = useState<Scope>('this')
  const here = useCommand('eagenda_invite_people')
  const onwards = useCommand('eagenda_invite_to_series')
  const invite = scope === 'onwards' ? onwards : here
  const finding = useFindingInvitees()

  function send() {
    setMissing(people.length === 0)
    if (people.length === 0) return
    const asked = { agenda_id: agenda.id, ...invitedIds(people) }
    if (scope === 'onwards') {
      onwards.mutate(asked, {
        onSuccess: ({ day_count: days, job_id: job }) => {
          setPeople([])
          onJob(job)
          toast(`${number(countPeople(people))} orang sedang diundang ke ${number(days)} tanggal.`)
        },
      })
      return
    }
    here.mutate(asked, {
      onSuccess: ({ invited_count: invited, already_count: already, job_id: job }) => {
        setPeople([])
        if (job) onJob(job)
        toast(
          job
            ? `${number(countPeople(people))} orang sedang diundang.`
            : `${number(invited)} orang diundang.${already > 0 ? ` ${number(already)} sudah diundang sebelumnya.` : ''}`,
        )
      },
    })
  }
  return (
    <details className={css.more}>
      <summary>Undang lagi</summary>
      <InviteBox
        id="undang-lagi"
        invited={people}
        day={isoDate(agenda.starts_at)}
        error={missing && people.length === 0 ? 'Pilih siapa yang diundang.' : undefined}
        onChange={setPeople}
      />
      <Clashes people={people} from={agenda.starts_at} to={agenda.ends_at} agendaId={agenda.id} />
      {agenda.in_series && (
        <SeriesScope
          label="Diundang ke"
          hint="Juga tanggal yang undangannya pernah ditarik. Setiap orang diberi tahu satu kali."
          scope={scope}
          onChange={setScope}
        />
      )}
      {invite.error && <Refusal error={invite.error} />}
      <Button look="primary" busy={invite.isPending || finding} onClick={send}>
        {people.length > 0 ? `Undang ${number(countPeople(people))} orang` : 'Undang'}
      </Button>
    </details>
  )
}

interface PeopleProps {
  agenda: Agenda
  people: Invited[]
  open: boolean
  onJob: (jobId: string) => void
}

function People({ agenda, people, open, onJob }: PeopleProps) {
  const { chosen, has, pick, clear } = usePicked(people, ({ person_id: id }) => id)
  const [asking, setAsking] = useState(false)
  return (
    <>
      {chosen.length > 0 && (
        <PickedBar words={`Tarik ${number(chosen.length)} undangan`} onWithdraw={() => setAsking(true)} onClear={clear} />
      )}
      <ul className={`${rowList.list} ${css.people}`} aria-label="Yang diundang">
        {people.map((person) => (
          <li key={person.person_id}>
            <label className={`${checkRow.boxes} ${css.person}`}>
              {open && !person.represents && (
                <input type="checkbox" checked={has(person.person_id)} onChange={() => pick(person.person_id)} />
              )}
              <span>
                <span className={css.name}>{person.name}</span>
                <span className={css.about}>
                  {[person.position_title, person.organisation_name].filter(Boolean).join(', ')}
                  {person.by_post && ' · diundang sebagai jabatan'}
                  {person.represents && ` · ${person.represents}`}
                </span>
                <AnswerWords person={person} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      {asking && (
        <Withdraw
          agenda={agenda}
          people={chosen}
          onClose={() => setAsking(false)}
          onDone={clear}
          onJob={onJob}
        />
      )}
    </>
  )
}

function AnswerWords({ person: { answer, was_asked: asked } }: { person: Invited }) {
  const { kind, deputy_name: deputy, reason } = answer
  if (!asked) return <span className={css.about}>Tidak diminta menjawab</span>
  return (
    <span className={css.answer} data-kind={kind}>
      {ANSWERS[kind]}
      {deputy && ` ${deputy}`}
      {reason && `: ${reason}`}
    </span>
  )
}

interface WithdrawProps {
  agenda: Agenda
  people: Invited[]
  onClose: () => void
  onDone: () => void
  onJob: (jobId: string) => void
}

function Withdraw({ agenda, people, onClose, onDone, onJob }: WithdrawProps) {
  const [scope, setScope] = useState<Scope>('this')
  const here = useCommand('eagenda_withdraw_invitations')
  const onwards = useCommand('eagenda_withdraw_from_series')
  const withdraw = scope === 'onwards' ? onwards : here
  const count = number(people.length)

  function send() {
    const asked = { agenda_id: agenda.id, person_ids: people.map(({ person_id: id }) => id) }
    if (scope === 'onwards') {
      onwards.mutate(asked, {
        onSuccess: ({ day_count: days, job_id: job }) => {
          onJob(job)
          done(`${count} orang sedang ditarik dari ${number(days)} tanggal.`)
        },
      })
      return
    }
    here.mutate(asked, {
      onSuccess: ({ withdrawn_count: gone, present_count: present }) =>
        done(`${number(gone)} undangan ditarik.${present > 0 ? ` ${number(present)} orang sudah hadir dan tetap diundang.` : ''}`),
    })
  }

  function done(words: string) {
    onDone()
    onClose()
    toast(words)
  }
  return (
    <Dialog title={`Tarik ${count} undangan?`} onClose={onClose}>
      <p>
        {people
          .slice(0, 5)
          .map(({ name }) => name)
          .join('; ')}
        {people.length > 5 && `; dan ${number(people.length - 5)} orang lain`}. Mereka diberi tahu dan tidak dapat memindai kehadiran.
      </p>
      {agenda.in_series && (
        <SeriesScope
          label="Ditarik dari"
          hint="Tanggal sebelumnya tetap. Mereka diberi tahu satu kali."
          scope={scope}
          onChange={setScope}
        />
      )}
      {withdraw.error && <Refusal error={withdraw.error} />}
      <DialogActions>
        <Button look="danger" busy={withdraw.isPending} onClick={send}>
          Tarik {count} undangan
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
