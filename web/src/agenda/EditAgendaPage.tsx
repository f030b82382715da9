import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { serverNow } from '../api/server-clock'
import { useSession } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { NotPermitted } from '../ui/states'
import { clock, number } from '../words/format'
import { AgendaForm } from './AgendaForm'
import {
  type Agenda,
  check,
  type Difference,
  type Draft,
  draftOf,
  hasMoved,
  LABELS,
  merged,
  type Mistakes,
  mistakesFrom,
} from './draft'
import css from './EditAgendaPage.module.css'
import { forgetEdit, keepEdit, keptEdit } from './kept-edit'
import { Refusal } from './Refusal'
import { type Scope, SeriesScope } from './SeriesScope'

const PAUSE = 1_000

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
  /** That and by whom it was changed. */
  title: string
  differences: Difference[]
}

interface Begun {
  before: Agenda
  draft: Draft
  others: Others | null
  restored: boolean
}

/** Where the form begins: with what the agenda says, or with what I typed and did not save the last time. */
function begin(latest: Agenda, key: string): Begun {
  const kept = keptEdit(key)
  if (!kept) return { before: latest, draft: draftOf(latest), others: null, restored: false }
  const { draft, differences } = merged(kept.draft, draftOf(kept.before), draftOf(latest))
  const title = 'Agenda ini diubah orang lain sejak isian Anda.'
  return { before: latest, draft, others: differences.length > 0 ? { title, differences } : null, restored: true }
}

/** The form. What it began from stays, though the agenda is asked for again behind it. */
function Editing({ first, onAskAgain }: { first: Agenda; onAskAgain: () => Promise<Agenda | undefined> }) {
  const session = useSession()
  const key = `${'person' in session ? session.person.id : ''}:${first.id}`
  const [begun] = useState(() => begin(first, key))
  const [before, setBefore] = useState(begun.before)
  const [draft, setDraft] = useState(begun.draft)
  const [restored, setRestored] = useState(begun.restored)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [others, setOthers] = useState<Others | null>(begun.others)
  const [scope, setScope] = useState<Scope>('this')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [, navigate] = useLocation()
  const edit = useCommand('eagenda_edit_agenda')
  const editSeries = useCommand('eagenda_edit_series')
  const { error } = scope === 'onwards' ? editSeries : edit

  useEffect(() => {
    const timer = setTimeout(() => setSavedAt(keepEdit(key, before, draft)), PAUSE)
    return () => clearTimeout(timer)
  }, [key, before, draft])

  async function compare(problem: NonNullable<typeof edit.error>) {
    const latest = await onAskAgain()
    if (!latest) return
    const { draft: both, differences } = merged(draft, draftOf(before), draftOf(latest))
    const title = `Sudah diubah oleh ${problem.fact('changed_by')} pukul ${clock(problem.fact('changed_at'))}.`
    setDraft(both)
    setBefore(latest)
    setOthers({ title, differences })
    scrollTo(0, 0)
  }

  function startAnew() {
    forgetEdit(key)
    setDraft(draftOf(before))
    setRestored(false)
    setOthers(null)
    setMistakes({})
  }

  function save() {
    const { agenda, mistakes: found } = check(draft, serverNow(), before)
    setMistakes(found ?? {})
    if (!agenda) return
    const { invited: _, invited_posts: __, ...said } = agenda
    const body = { agenda_id: before.id, version: before.version, ...said, reason: draft.reason.trim() || null }
    const done = (words: string) => {
      forgetEdit(key)
      navigate(`/agenda/${before.id}`, { replace: true })
      toast(words)
    }
    const onError = (problem: NonNullable<typeof edit.error>) => {
      setOthers(null)
      setMistakes(mistakesFrom(problem.fieldErrors))
      if (problem.slug === 'stale') void compare(problem)
    }
    if (scope === 'onwards') {
      editSeries.mutate(body, {
        onSuccess: ({ told_count: told, later_count: later }) =>
          done(
            `Agenda ini diubah, ${number(later)} tanggal sesudahnya menyusul.${told > 0 ? ` ${number(told)} orang diberi tahu satu kali.` : ''}`,
          ),
        onError,
      })
      return
    }
    edit.mutate(body, {
      onSuccess: ({ told_count: told }) =>
        done(told > 0 ? `Agenda pindah. ${number(told)} orang diberi tahu.` : 'Agenda diubah.'),
      onError,
    })
  }

  const refused = error && error.slug !== 'stale' && error.fieldErrors.length === 0
  return (
    <>
      {others && <Conflict {...others} />}
      {restored && !others && (
        <Notice tone="info" title="Isian Anda yang belum disimpan dipulihkan.">
          <p>Simpan perubahan untuk memakainya, atau hapus drafnya untuk mulai dari isi agenda sekarang.</p>
        </Notice>
      )}
      {refused && <Refusal error={error} />}
      {before.in_series && (
        <SeriesScope
          label="Terapkan pada"
          hint="Tanggal sebelumnya tetap. Yang pernah diubah tersendiri tetap begitu."
          scope={scope}
          onChange={setScope}
        />
      )}
      <AgendaForm
        draft={draft}
        mistakes={mistakes}
        savedAt={savedAt}
        onChange={(part) => setDraft((was) => ({ ...was, ...part }))}
        onMistakes={setMistakes}
        onClear={startAnew}
        onReview={save}
        editing={{
          agendaId: before.id,
          count: before.invited_count,
          moves: hasMoved(draft, before, serverNow()),
          busy: edit.isPending || editSeries.isPending,
          before,
        }}
      />
    </>
  )
}

/** What another changed meanwhile, beside what I typed. */
function Conflict({ title, differences }: Others) {
  return (
    <Notice tone="warning" title={title} live>
      <p>Yang Anda ketik tetap ada, tersimpan sebagai draf di perangkat ini. Periksa perbedaannya, lalu simpan lagi.</p>
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
