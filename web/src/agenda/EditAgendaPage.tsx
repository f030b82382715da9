import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { NotPermitted } from '../ui/states'
import { clock, number } from '../words/format'
import { AgendaForm } from './AgendaForm'
import { type Agenda, check, type Difference, draftOf, hasMoved, LABELS, merged, type Mistakes, mistakesFrom } from './draft'
import css from './EditAgendaPage.module.css'
import { Refusal } from './Refusal'

/** Edit an agenda. Whoever is second to save keeps what they typed, and sees what the first changed. */
export default function EditAgendaPage({ agendaId }: { agendaId: string }) {
  const agenda = useAsk('eagenda_show_agenda', { agenda_id: agendaId })
  const latest = async () => (await agenda.refetch()).data
  return (
    <Page title="Ubah agenda" above={<BackLink href={`/agenda/${agendaId}`}>{agenda.data?.title ?? 'Agenda'}</BackLink>} narrow>
      <Loaded query={agenda}>
        {(data) =>
          data.may_organise ? (
            <Editing first={data} onAskAgain={latest} />
          ) : (
            <NotPermitted title="Agenda ini diubah oleh penyelenggaranya.">
              <p>Hubungi {data.organiser_name}.</p>
            </NotPermitted>
          )
        }
      </Loaded>
    </Page>
  )
}

interface Others {
  problem: Problem
  differences: Difference[]
}

/** The form. What it began from stays, though the agenda is asked for again behind it. */
function Editing({ first, onAskAgain }: { first: Agenda; onAskAgain: () => Promise<Agenda | undefined> }) {
  const [before, setBefore] = useState(first)
  const [draft, setDraft] = useState(() => draftOf(first))
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [others, setOthers] = useState<Others | null>(null)
  const [, navigate] = useLocation()
  const edit = useCommand('eagenda_edit_agenda')

  async function compare(problem: Problem) {
    const latest = await onAskAgain()
    if (!latest) return
    const { draft: both, differences } = merged(draft, draftOf(before), draftOf(latest))
    setDraft(both)
    setBefore(latest)
    setOthers({ problem, differences })
    scrollTo(0, 0)
  }

  function save() {
    const { agenda, mistakes: found } = check(draft, serverNow(), before)
    setMistakes(found ?? {})
    if (!agenda) return
    const { invited: _, invited_posts: __, ...said } = agenda
    edit.mutate(
      {
        agenda_id: before.id,
        version: before.version,
        ...said,
        reason: draft.reason.trim() || null,
      },
      {
        onSuccess: ({ told_count: told }) => {
          navigate(`/agenda/${before.id}`, { replace: true })
          toast(told > 0 ? `Agenda pindah. ${number(told)} orang diberi tahu.` : 'Agenda diubah.')
        },
        onError: (problem) => {
          setOthers(null)
          setMistakes(mistakesFrom(problem.fieldErrors))
          if (problem.slug === 'stale') void compare(problem)
        },
      },
    )
  }

  const refused = edit.error && edit.error.slug !== 'stale' && edit.error.fieldErrors.length === 0
  return (
    <>
      {others && <Conflict {...others} />}
      {refused && <Refusal error={edit.error} />}
      <AgendaForm
        draft={draft}
        mistakes={mistakes}
        savedAt={null}
        onChange={(part) => setDraft((was) => ({ ...was, ...part }))}
        onMistakes={setMistakes}
        onReview={save}
        editing={{
          agendaId: before.id,
          count: before.invited_count,
          moves: hasMoved(draft, before, serverNow()),
          busy: edit.isPending,
          before,
        }}
      />
    </>
  )
}

/** What another changed meanwhile, beside what I typed. */
function Conflict({ problem, differences }: Others) {
  const who = problem.fact('changed_by')
  return (
    <Notice tone="warning" title={`Sudah diubah oleh ${who} pukul ${clock(problem.fact('changed_at'))}.`} live>
      <p>Yang Anda ketik tetap ada. Periksa perbedaannya, lalu simpan lagi.</p>
      <ul className={css.differences}>
        {differences.map(({ field, before, after, mine }) => (
          <li key={field}>
            <strong>{LABELS[field]}</strong>: “{before}” diubah menjadi “{after}”
            {mine === null ? '.' : `; isian Anda “${mine}” dipakai bila Anda simpan.`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
