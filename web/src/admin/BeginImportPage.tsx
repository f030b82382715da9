import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { command, fetchPaper } from '../api/client'
import type { Problem } from '../api/problem'
import { putFile } from '../api/put-file'
import { save } from '../app/save'
import { sha256 } from '../attachment/files'
import { Refused } from '../jobs/JobProgress'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { ProgressBar } from '../ui/ProgressBar'
import css from './Import.module.css'

/** Choose a file of employees; it is sent and its check is started, and nothing is changed by either. */
export default function BeginImportPage() {
  const input = useRef<HTMLInputElement>(null)
  const [, navigate] = useLocation()
  const [sent, setSent] = useState<number | null>(null)

  const template = useMutation({
    mutationFn: () => fetchPaper('directory_download_import_template', {}),
    onSuccess: (file) => save(file, 'impor-pegawai.xlsx'),
  })
  const upload = useMutation({
    mutationFn: send,
    onSuccess: (importId) => navigate(`/administrasi/impor/${importId}`),
    onSettled: () => setSent(null),
  })

  async function send(file: File): Promise<string> {
    setSent(0)
    const announced = { name: file.name, size: file.size, sha256: await sha256(file) }
    const begun = await command('directory_begin_import', announced, crypto.randomUUID())
    await putFile(begun, file, setSent, new AbortController().signal)
    await command('directory_check_import', { import_id: begun.import_id }, begun.import_id)
    return begun.import_id
  }

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = '' // so that the same file can be chosen once more
    if (file) upload.mutate(file)
  }

  return (
    <Page title="Impor pegawai" above={<BackLink href="/administrasi">Administrasi</BackLink>} narrow failing={upload.isError}>
      <div className={css.steps}>
        <section className={css.step} aria-labelledby="contoh">
          <h2 id="contoh">1. Isi contoh berkas</h2>
          <p>Satu baris untuk setiap pegawai: NIP atau NI PPPK, nama, surel, golongan; bila perlu jabatan dan OPD-nya.</p>
          <p className={css.facts}>Pegawai lama dikenali dari NIP; yang bukan ASN dari surelnya. Kolom jabatan memberi jabatan
            pertama; yang sudah menjabat pindah lewat <Link href="/administrasi/mutasi">Mutasi</Link>.</p>
          <Button icon="download" busy={template.isPending} onClick={() => template.mutate()}>
            Unduh contoh
          </Button>
          {template.error && <Refused error={template.error} />}
        </section>
        <section className={css.step} aria-labelledby="unggah">
          <h2 id="unggah">2. Unggah untuk diperiksa</h2>
          <p>Setiap baris diperiksa lebih dulu. Belum ada data yang berubah.</p>
          <input ref={input} type="file" hidden accept=".xlsx,.csv" aria-label="Berkas pegawai" onChange={choose} />
          <Button look="primary" icon="upload" busy={upload.isPending} onClick={() => input.current?.click()}>
            Pilih berkas
          </Button>
          <p className={css.facts}>Excel (.xlsx) atau CSV, paling besar 20 MB.</p>
          {sent !== null && (
            <div className={css.wide}>
              <ProgressBar label="Berkas pegawai" value={sent} />
              <p className={css.facts}>
                {sent < 1 ? `Mengunggah ${Math.floor(sent * 100)}%` : 'Membaca berkas, masih bekerja…'}
              </p>
            </div>
          )}
          {upload.error && <FileRefused error={upload.error} />}
        </section>
      </div>
    </Page>
  )
}

/** A fault of the file itself is told in the words of its field. */
function FileRefused({ error }: { error: Problem }) {
  const field = error.fieldErrors[0]
  if (!field) return <Refused error={error} />
  return <Notice tone="error" title={field.detail} live />
}
