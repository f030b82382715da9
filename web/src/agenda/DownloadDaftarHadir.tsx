import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchPaper } from '../api/client'
import { save } from '../app/save'
import { Button } from '../ui/Button'
import { isoDate } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

const LONG = 3_000

interface DownloadProps {
  agenda: Agenda
  wide?: boolean
}

/** The attendance list as the paper that is signed and kept. */
export function DownloadDaftarHadir(props: DownloadProps) {
  return <Download {...props} operation="eagenda_print_daftar_hadir" ending="pdf" label="Unduh daftar hadir" />
}

/** The attendance list as a table to go on working with. */
export function DownloadAttendanceTable(props: DownloadProps) {
  return <Download {...props} operation="eagenda_export_attendance" ending="xlsx" label="Unduh Excel" />
}

interface Kind {
  operation: 'eagenda_print_daftar_hadir' | 'eagenda_export_attendance'
  ending: string
  label: string
}

function Download({ agenda, wide = false, operation, ending, label }: DownloadProps & Kind) {
  const [slow, setSlow] = useState(false)
  const download = useMutation({
    mutationFn: () => fetchPaper(operation, { agenda_id: agenda.id }),
    onSuccess: (paper) => save(paper, `daftar-hadir-${isoDate(agenda.starts_at)}-${fileWords(agenda.title)}.${ending}`),
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
