import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { serverNow } from '../api/server-clock'
import type { Person } from '../api/session'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { useMay } from '../api/session'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { NotPermitted } from '../ui/states'
import { number } from '../words/format'
import { AgendaForm } from './AgendaForm'
import { check, type Mistakes, mistakesFrom, roomName } from './draft'
import { ReviewAgenda } from './ReviewAgenda'
import { useDraft } from './use-draft'

/** Create an agenda: one page of four parts, then a look at the whole before the invitations go out. */
export default function CreateAgendaPage({ person }: { person: Person }) {
  const { draft, savedAt, change, clear } = useDraft(person.id)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [search, setSearch] = useSearchParams()
  const [, navigate] = useLocation()
  const organises = useMay('agenda.organise')
  const create = useCommand('eagenda_create_agenda')
  const { agenda } = check(draft, serverNow())
  const reviewing = search.get('langkah') === 'periksa' && agenda

  function review() {
    const found = check(draft, serverNow()).mistakes ?? {}
    setMistakes(found)
    if (Object.keys(found).length === 0) setSearch({ langkah: 'periksa' })
  }

  function publish() {
    if (!agenda) return
    create.mutate(agenda, {
      onSuccess: ({ id, invited_count: invited, job_id: job }) => {
        clear()
        navigate(job ? `/agenda/${id}/undangan?pekerjaan=${job}` : `/agenda/${id}`, { replace: true })
        toast(`Undangan ${job ? 'sedang dikirim' : 'terkirim'} ke ${number(invited)} orang.`)
      },
      onError: (problem) => {
        if (problem.fieldErrors.length === 0) return
        setMistakes(mistakesFrom(problem.fieldErrors))
        setSearch({}, { replace: true })
      },
    })
  }

  if (!organises) {
    return (
      <Page title="Buat agenda" above={<BackLink href="/agenda">Agenda</BackLink>} narrow>
        <NotPermitted title="Agenda dibuat oleh penyelenggara di unit Anda.">
          <p>Minta sekretariat unit Anda membuatkannya, atau meminta peran penyelenggara untuk Anda.</p>
        </NotPermitted>
      </Page>
    )
  }
  const wrong = Object.keys(mistakes).length > 0
  if (reviewing) {
    return (
      <Page key="periksa" title="Periksa undangan" narrow>
        <ReviewAgenda
          agenda={agenda}
          invited={draft.invited}
          room={roomName(draft.room)}
          problem={create.error}
          busy={create.isPending}
          onPublish={publish}
          onEdit={() => history.back()}
        />
      </Page>
    )
  }
  return (
    <Page key="isi" title="Buat agenda" above={<BackLink href="/agenda">Agenda</BackLink>} failing={wrong} narrow>
      <AgendaForm
        draft={draft}
        mistakes={mistakes}
        savedAt={savedAt}
        onChange={change}
        onMistakes={setMistakes}
        onClear={clear}
        onReview={review}
      />
    </Page>
  )
}
