import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { command } from '../api/client'
import rowList from '../ui/row-list.module.css'
import { number } from '../words/format'
import { DropTarget } from './DropTarget'
import { accepted, type AttachmentList, size } from './files'
import { SendingRow } from './SendingRow'
import { useFileQueue } from './use-file-queue'

/** Drop files or choose them, and see each on its way. */
export function AddFiles({ agendaId, list }: { agendaId: string; list: AttachmentList }) {
  const [attached, setAttached] = useState('')
  const client = useQueryClient()
  const { sendings, add, drop, retry } = useFileQueue({
    limits: { ...list, choose: 'Pilih PDF, JPEG, PNG, DOCX, XLSX, atau PPTX.' },
    begin: (file) => command('eagenda_begin_upload', { agenda_id: agendaId, ...file }, crypto.randomUUID()),
    finish: async (begun, file) => {
      const arrived = { agenda_id: agendaId, attachment_id: begun.attachment_id }
      await command('eagenda_finish_upload', arrived, begun.attachment_id)
      setAttached(file.name)
      await client.invalidateQueries({ queryKey: ['eagenda_list_attachments'] })
    },
  })

  return (
    <>
      {/* The eye sees the list grow; a reader hears it. */}
      <p className="visually-hidden" role="status">
        {attached && `${attached} dilampirkan.`}
      </p>
      {sendings.length > 0 && (
        <ul className={rowList.list} aria-label="Sedang diunggah">
          {sendings.map((sending) => (
            <SendingRow key={sending.id} sending={sending} onDrop={() => drop(sending.id)} onRetry={() => retry(sending)} />
          ))}
        </ul>
      )}
      <DropTarget
        label="Tambah lampiran"
        name="Berkas lampiran"
        hint={`Atau seret berkas ke sini. PDF, gambar, Word, Excel, atau PowerPoint; paling besar ${size(list.largest)}, paling banyak ${number(list.most)} berkas.`}
        accept={accepted(list)}
        onFiles={add}
      />
    </>
  )
}
