import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchPaper } from '../api/client'
import { Button } from '../ui/Button'
import { isoDate } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

const LONG = 3_000

export function DownloadDaftarHadir({ agenda, wide = false }: { agenda: Agenda; wide?: boolean }) {
  const [slow, setSlow] = useState(false)
  const download = useMutation({
    mutationFn: () => fetchPaper('eagenda_print_daftar_hadir', { agenda_id: agenda.id }),
    onSuccess: (paper) => save(paper, `daftar-hadir-${isoDate(agenda.starts_at)}-${fileWords(agenda.title)}.pdf`),
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
        {slow ? 'Masih bekerja…' : 'Unduh daftar hadir'}
      </Button>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}

function save(paper: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(paper)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A title as part of a file's name. */
function fileWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}
