import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { command } from '../api/client'
import type { Answer } from '../api/operations'
import type { Problem } from '../api/problem'
import { putFile } from '../api/put-file'
import { useCommand } from '../app/queries'
import { sha256 } from '../attachment/files'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { ProgressBar } from '../ui/ProgressBar'
import small from '../ui/small.module.css'
import css from './Papers.module.css'

/** An office's own logo: chosen, sent, looked at by the server, and on the kop. */
export function LogoField({ letterhead }: { letterhead: Answer<'papers_show_letterhead'> }) {
  const input = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const [sent, setSent] = useState<number | null>(null)
  const remove = useCommand('papers_remove_logo')
  const upload = useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setSent(null),
  })

  async function send(file: File) {
    setSent(0)
    const announced = {
      organisation_id: letterhead.organisation_id,
      name: file.name,
      size: file.size,
      sha256: await sha256(file),
    }
    const begun = await command('papers_begin_logo_upload', announced, crypto.randomUUID())
    await putFile(begun, file, setSent, new AbortController().signal)
    await command('papers_finish_logo_upload', { upload_id: begun.upload_id }, begun.upload_id)
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = '' // so that the same file can be chosen once more
    if (file) upload.mutate(file)
  }

  return (
    <section className={css.logo} aria-labelledby="logo">
      <h2 id="logo">Logo</h2>
      <p className={small.quiet}>{standing(letterhead)} PNG atau JPEG; gambar besar diperkecil sendiri.</p>
      <input ref={input} type="file" hidden accept=".png,.jpg,.jpeg" aria-label="Berkas logo" onChange={choose} />
      <div className={acts.acts}>
        <Button icon="upload" busy={upload.isPending} onClick={() => input.current?.click()}>
          {letterhead.has_logo ? 'Ganti logo' : 'Pilih logo'}
        </Button>
        {letterhead.has_logo && (
          <Button
            icon="remove"
            busy={remove.isPending}
            onClick={() => remove.mutate({ organisation_id: letterhead.organisation_id })}
          >
            Lepas logo
          </Button>
        )}
      </div>
      {sent !== null && <ProgressBar label="Logo sedang diunggah" value={sent} />}
      {upload.error && <Wrong error={upload.error} />}
      {remove.error && <Refusal error={remove.error} />}
    </section>
  )
}

/** A fault of the file itself is told in the words of its field. */
function Wrong({ error }: { error: Problem }) {
  const [field] = error.fieldErrors
  return field ? <Notice tone="error" title={field.detail} live /> : <Refusal error={error} />
}

function standing({ is_regency, has_logo, has_logo_of_regency }: Answer<'papers_show_letterhead'>): string {
  if (is_regency) return 'Lambang daerah, dipakai semua OPD yang tidak memasang logo sendiri.'
  if (has_logo) return 'Kop memakai logo OPD ini.'
  return has_logo_of_regency ? 'Kop memakai lambang daerah.' : 'Kop belum berlogo.'
}
