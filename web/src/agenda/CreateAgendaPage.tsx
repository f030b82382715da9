import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { Answer } from '../api/operations'
import { serverNow } from '../api/server-clock'
import { type Person, useMay } from '../api/session'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { NotPermitted } from '../ui/states'
import { number } from '../words/format'
import { AgendaForm } from './AgendaForm'
import { check, type Draft, draftOfLetter, EMPTY, type Mistakes, mistakesFrom, roomName } from './draft'
import { ruleOf } from './repeat'
import { ReviewAgenda } from './ReviewAgenda'
import { seriesMistakes } from './series-preview'
import { useDraft } from './use-draft'

type Letter = Answer<'eagenda_show_draft'>

/** Create an agenda: one page of four parts, then a look at the whole before the invitations go out. */
export default function CreateAgendaPage({ person }: { person: Person }) {
  const [search] = useSearchParams()
  const organises = useMay('agenda.organise')
  const letter = search.get('draf') ?? ''
  if (!organises) {
    return (
      <Page title="Buat agenda" above={<BackLink href="/agenda">Agenda</BackLink>} narrow>
        <NotPermitted title="Agenda dibuat oleh penyelenggara di unit Anda.">
          <p>Minta sekretariat unit Anda membuatkannya, atau meminta peran penyelenggara untuk Anda.</p>
        </NotPermitted>
      </Page>
    )
  }
  return letter ? <FromLetter key={letter} draftId={letter} person={person} /> : <Creating person={person} />
}

/** The form filled from what a letter says. */
function FromLetter({ draftId, person }: { draftId: string; person: Person }) {
  const letter = useAsk('eagenda_show_draft', { draft_id: draftId })
  // Once begun, the form stays until it is left, though the draft is settled behind it by publishing.
  const [begun, setBegun] = useState<Letter | null>(null)
  if (!begun && letter.data?.state === 'open') setBegun(letter.data)
  if (begun) return <Creating person={person} letter={begun} />
  return (
    <Page title="Buat agenda" above={<BackLink href="/agenda">Agenda</BackLink>} narrow>
      <Loaded query={letter}>
        {({ agenda_id: agenda }) =>
          agenda ? (
            <Notice tone="info" title="Agenda dari surat ini sudah diterbitkan.">
              <ButtonLink href={`/agenda/${agenda}`}>Buka agenda</ButtonLink>
            </Notice>
          ) : (
            <Notice tone="info" title="Draf ini sudah dibuang, atau suratnya ditarik.">
              <ButtonLink href="/agenda/baru">Buat agenda lain</ButtonLink>
            </Notice>
          )
        }
      </Loaded>
    </Page>
  )
}

function Creating({ person, letter }: { person: Person; letter?: Letter }) {
  // What the letter says is what the form began with, though it is asked for again behind it.
  const [first] = useState<Draft>(() => (letter ? draftOfLetter(letter) : EMPTY))
  const { draft, savedAt, change, clear } = useDraft(person.id, letter?.id, first)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [checking, setChecking] = useState(false)
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const create = useCommand('eagenda_create_agenda')
  const repeat = useCommand('eagenda_create_series')
  const { agenda } = check(draft, serverNow())
  const rule = useMemo(() => ruleOf(draft, serverNow()), [draft])
  const reviewing = search.get('langkah') === 'periksa' && agenda
  const others = letter ? { draf: letter.id } : {}

  async function review() {
    setChecking(true)
    const found = check(draft, serverNow()).mistakes ?? (rule ? await seriesMistakes(draft, client) : {})
    setChecking(false)
    setMistakes(found)
    if (Object.keys(found).length === 0) setSearch({ ...others, langkah: 'periksa' })
  }

  const onError = (problem: NonNullable<typeof create.error>) => {
    if (problem.fieldErrors.length === 0) return
    setMistakes(mistakesFrom(problem.fieldErrors))
    setSearch(others, { replace: true })
  }

  function publish() {
    if (!agenda) return
    const body = { ...agenda, draft_id: letter?.id ?? '' }
    if (rule) {
      repeat.mutate(
        { ...body, rule, skip_days_off: draft.skipDaysOff, excluded: draft.excluded },
        {
          onSuccess: ({ agenda_id: id, day_count: days, invited_count: invited }) => {
            clear()
            navigate(`/agenda/${id}`, { replace: true })
            toast(`Seri ${number(days)} tanggal dibuat. Undangan terkirim ke ${number(invited)} orang.`)
          },
          onError,
        },
      )
      return
    }
    create.mutate(body, {
      onSuccess: ({ id, invited_count: invited, job_id: job }) => {
        clear()
        navigate(job ? `/agenda/${id}/undangan?pekerjaan=${job}` : `/agenda/${id}`, { replace: true })
        toast(`Undangan ${job ? 'sedang dikirim' : 'terkirim'} ke ${number(invited)} orang.`)
      },
      onError,
    })
  }

  if (reviewing) {
    return (
      <Page key="periksa" title="Periksa undangan" narrow>
        <ReviewAgenda
          agenda={agenda}
          draft={draft}
          room={roomName(draft.room)}
          problem={rule ? repeat.error : create.error}
          busy={create.isPending || repeat.isPending}
          onPublish={publish}
          onEdit={() => history.back()}
        />
      </Page>
    )
  }
  return (
    <Page
      key="isi"
      title="Buat agenda"
      above={<BackLink href="/agenda">Agenda</BackLink>}
      failing={Object.keys(mistakes).length > 0}
      narrow
    >
      {letter && <TakenFrom letter={letter} />}
      <AgendaForm
        draft={draft}
        mistakes={mistakes}
        savedAt={savedAt}
        checking={checking}
        onChange={change}
        onMistakes={setMistakes}
        onClear={clear}
        onReview={() => void review()}
      />
    </Page>
  )
}

/** From which letter the form was filled. */
function TakenFrom({ letter }: { letter: Letter }) {
  return (
    <Notice tone="info" title={`${letter.source}.`}>
      <p>
        {letter.is_secret
          ? 'Isi surat rahasia hanya tampil di surat itu sendiri. Tulis seperlunya.'
          : 'Periksa isian ini, lengkapi, lalu terbitkan.'}
        {letter.is_to_attend && ' Surat ini untuk dihadiri: agenda ini mencatatnya di kalender yang hadir.'}
      </p>
      {letter.link && <ButtonLink href={letter.link}>Buka surat</ButtonLink>}
    </Notice>
  )
}
