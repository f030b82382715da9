import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchPaper } from '../api/client'
import { save } from '../app/save'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { SelectField } from '../ui/Field'
import { isoDate } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

const LONG = 3_000

interface DownloadProps {
  agenda: Agenda
  wide?: boolean
  /** One of the agenda's sessions; all of them where none is named. */
  session?: Agenda['sittings'][number] | undefined
}

/** The attendance list as the paper that is signed and kept. */
export function DownloadDaftarHadir(props: DownloadProps) {
  return <Download {...props} operation="eagenda_print_daftar_hadir" ending="pdf" label="Unduh daftar hadir" />
}

/** The attendance list as a table to go on working with. */
export function DownloadAttendanceTable(props: DownloadProps) {
  return <Download {...props} operation="eagenda_export_attendance" ending="xlsx" label="Unduh Excel" />
}

/** The lists of an agenda of several sessions: of one of them, or of all in one file. */
export function DownloadOfSessions({ agenda, wide = false }: DownloadProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const session = agenda.sittings.find(({ id }) => id === chosen)
  return (
    <>
      <Button icon="download" wide={wide} onClick={() => setOpen(true)}>
        Unduh daftar hadir
      </Button>
      {open && (
        <Dialog title="Unduh daftar hadir" onClose={() => setOpen(false)}>
          <SelectField
            label="Sesi"
            value={chosen}
            options={[['', 'Semua sesi'], ...agenda.sittings.map(({ id, title }) => [id, title] as const)]}
            onChange={setChosen}
          />
          <DialogActions>
            <DownloadDaftarHadir agenda={agenda} session={session} />
            <DownloadAttendanceTable agenda={agenda} session={session} />
            <Button onClick={() => setOpen(false)}>Tutup</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

interface Kind {
  operation: 'eagenda_print_daftar_hadir' | 'eagenda_export_attendance'
  ending: string
  label: string
}

function Download({ agenda, session, wide = false, operation, ending, label }: DownloadProps & Kind) {
  const [slow, setSlow] = useState(false)
  const download = useMutation({
    mutationFn: () => fetchPaper(operation, { agenda_id: agenda.id, ...(session && { sitting_id: session.id }) }),
    onSuccess: (paper) => {
      const title = [agenda.title, session?.title].map((words) => words && fileWords(words)).filter(Boolean)
      save(paper, `daftar-hadir-${isoDate((session ?? agenda).starts_at)}-${title.join('-')}.${ending}`)
    },
  })
  const busy = download.isPending

  useEffect(() => {
    if (!busy) return
    const timer = setTimeout(() => setSlow(true), LONG)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [busy])

  return (
    <>
      <Button icon="download" wide={wide} busy={busy} onClick={() => download.mutate()}>
        {slow ? 'Masih bekerja…' : label}
      </Button>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}

/** A title as part of a file's name. */
function fileWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}
