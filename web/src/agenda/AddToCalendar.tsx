import { useMutation } from '@tanstack/react-query'
import { fetchPaper } from '../api/client'
import { save } from '../app/save'
import { Button } from '../ui/Button'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

/** One agenda for the calendar of another program; of one that is rahasia there is no file. */
export function AddToCalendar({ agenda }: { agenda: Agenda }) {
  const download = useMutation({
    mutationFn: () => fetchPaper('eagenda_download_calendar_file', { agenda_id: agenda.id }),
    onSuccess: (file) => save(file, `agenda-${agenda.id}.ics`),
  })
  if (agenda.visibility === 'secret') return null
  return (
    <div>
      <Button icon="agenda" busy={download.isPending} onClick={() => download.mutate()}>
        Tambahkan ke kalender
      </Button>
      {download.error && <Refusal error={download.error} />}
    </div>
  )
}
