import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Agenda } from '../agenda/AgendaPage'
import { Refusal } from '../agenda/Refusal'
import { ask } from '../api/client'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import rowList from '../ui/row-list.module.css'
import { shortDate } from '../words/format'
import { AddFiles } from './AddFiles'
import css from './Attachments.module.css'
import { type Attachment, type AttachmentList, kindName, size } from './files'
import { RemoveDialog } from './RemoveDialog'

/** *Lampiran*: the files of an agenda, for those invited to download and for the organiser to look after. */
export function Attachments({ agenda }: { agenda: Agenda }) {
  const attachments = useAsk('eagenda_list_attachments', { agenda_id: agenda.id })
  return (
    <section className={css.section} aria-labelledby="lampiran">
      <h2 id="lampiran">Lampiran</h2>
      <Loaded query={attachments} rows={1}>
        {(list) => <AttachmentFiles agenda={agenda} list={list} />}
      </Loaded>
    </section>
  )
}

function AttachmentFiles({ agenda, list }: { agenda: Agenda; list: AttachmentList }) {
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const download = useMutation({
    mutationFn: (file: Attachment) => ask('eagenda_download_attachment', { agenda_id: agenda.id, attachment_id: file.id }),
    // It comes as an attachment: the browser saves it, and this page stays.
    onSuccess: ({ url }) => location.assign(url),
  })
  const mayAdd = agenda.may_organise && agenda.state !== 'cancelled'
  return (
    <>
      {list.items.length === 0 && (
        <p className={css.none}>
          Belum ada lampiran.{mayAdd && ' Tambahkan undangan, susunan acara, atau materi untuk yang diundang.'}
        </p>
      )}
      {list.items.length > 0 && (
        <ul className={rowList.list} aria-label="Daftar lampiran">
          {list.items.map((file) => (
            <li key={file.id} className={css.file}>
              <Icon name="attachment" />
              <div className={css.about}>
                <p className={css.name}>{file.name}</p>
                <p className={css.facts}>
                  {kindName(file.kind)} · {size(file.size)} · {shortDate(file.added_at)}
                </p>
              </div>
              <IconButton icon="download" label={`Unduh ${file.name}`} onClick={() => download.mutate(file)} />
              {agenda.may_organise && (
                <IconButton icon="remove" label={`Hapus ${file.name}`} onClick={() => setRemoving(file)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {download.error && <Refusal error={download.error} />}
      {mayAdd && <AddFiles agendaId={agenda.id} list={list} />}
      {removing && <RemoveDialog agendaId={agenda.id} file={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
