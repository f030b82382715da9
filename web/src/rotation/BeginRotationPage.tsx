import { useMutation } from '@tanstack/react-query'
import { type ChangeEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { DateField } from '../agenda/DateField'
import { command, fetchPaper } from '../api/client'
import type { Problem } from '../api/problem'
import { putFile } from '../api/put-file'
import { serverNow } from '../api/server-clock'
import { save } from '../app/save'
import { sha256 } from '../attachment/files'
import { Refused } from '../jobs/JobProgress'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { isoDate } from '../words/format'
import { parseDate } from '../words/parse'
import css from './Rotation.module.css'

const WRONG_DATE = 'Tanggal tidak dikenal. Contoh: 24/11/2026 atau 24 nov.'
const SHORTEST_BASIS = 5

/** The first day, the decree and the file of moves; the file is planned, and nothing is changed by it. */
export default function BeginRotationPage() {
  const input = useRef<HTMLInputElement>(null)
  const [, navigate] = useLocation()
  const [firstDay, setFirstDay] = useState('')
  const [basis, setBasis] = useState('')
  const [mistakes, setMistakes] = useState({ firstDay: '', basis: '' })

  const template = useMutation({
    mutationFn: () => fetchPaper('directory_download_rotation_template', {}),
    onSuccess: (file) => save(file, 'mutasi-pejabat.xlsx'),
  })
  const upload = useMutation({
    mutationFn: send,
    onSuccess: (rotationId) => navigate(`/administrasi/mutasi/${rotationId}`),
  })
  const refused = (pointer: string) => upload.error?.fieldErrors.find((it) => it.pointer === pointer)?.detail

  async function send(file: File): Promise<string> {
    const announced = {
      first_day: parsed(firstDay) ?? firstDay,
      basis: basis.trim(),
      name: file.name,
      size: file.size,
      sha256: await sha256(file),
    }
    const began = await command('directory_begin_rotation', announced, crypto.randomUUID())
    await putFile(began, file, () => undefined, new AbortController().signal)
    await command('directory_plan_rotation', { rotation_id: began.rotation_id }, began.rotation_id)
    return began.rotation_id
  }

  function choose() {
    const found = {
      firstDay: firstDay.trim() ? (parsed(firstDay) ? '' : WRONG_DATE) : 'Isi tanggal mulai berlakunya.',
      basis: basis.trim().length < SHORTEST_BASIS ? 'Isi keputusan yang menjadi dasarnya.' : '',
    }
    setMistakes(found)
    if (found.firstDay) return document.getElementById('tanggal-mulai')?.focus()
    if (found.basis) return document.getElementById('dasar')?.focus()
    input.current?.click()
  }

  function chosen(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = '' // so that the same file can be chosen once more
    if (file) upload.mutate(file)
  }

  return (
    <Page
      title="Susun mutasi"
      above={<BackLink href="/administrasi/mutasi">Mutasi</BackLink>}
      narrow
      failing={upload.isError}
    >
      <div className={css.steps}>
        <section className={css.step} aria-labelledby="contoh">
          <h2 id="contoh">1. Isi contoh berkas</h2>
          <p>Satu baris untuk setiap pejabat: NIP, jabatan yang didapat, dan jenisnya.</p>
          <p className={css.still}>
            Jabatan lama berakhir sendiri sehari sebelumnya, juga pejabat dan pelaksana yang digantikan.
          </p>
          <Button icon="download" busy={template.isPending} onClick={() => template.mutate()}>
            Unduh contoh
          </Button>
          {template.error && <Refused error={template.error} />}
        </section>
        <section className={css.step} aria-labelledby="unggah">
          <h2 id="unggah">2. Unggah untuk disusun</h2>
          <p>Semua perubahan ditampilkan lebih dulu. Belum ada jabatan yang berpindah.</p>
          <DateField
            id="tanggal-mulai"
            label="Mulai berlaku"
            value={firstDay}
            onChange={setFirstDay}
            onBlur={() => setMistakes({ ...mistakes, firstDay: firstDay && !parsed(firstDay) ? WRONG_DATE : '' })}
            error={mistakes.firstDay || refused('/first_day')}
          />
          <TextField
            id="dasar"
            label="Dasar"
            hint="Contoh: Keputusan Bupati Nomor 821.2/15/416-204/2026"
            autoComplete="off"
            value={basis}
            onChange={setBasis}
            error={mistakes.basis || refused('/basis')}
          />
          <input ref={input} type="file" hidden accept=".xlsx,.csv" aria-label="Berkas mutasi" onChange={chosen} />
          <Button look="primary" icon="upload" busy={upload.isPending} onClick={choose}>
            Pilih berkas
          </Button>
          <p className={css.still}>Excel (.xlsx) atau CSV, paling banyak 300 baris.</p>
          {upload.isPending && <p role="status">Membaca berkas dan menyusun perubahan…</p>}
          {upload.error && <FileRefused error={upload.error} />}
        </section>
      </div>
    </Page>
  )
}

const parsed = (text: string) => parseDate(text, isoDate(serverNow()))

/** A fault of a field stands at the field; one of the file itself is told here, in its words. */
function FileRefused({ error }: { error: Problem }) {
  const own = ['/first_day', '/basis']
  const field = error.fieldErrors.find(({ pointer }) => !own.includes(pointer))
  if (field) return <Notice tone="error" title={field.detail} live />
  return error.fieldErrors.length > 0 ? null : <Refused error={error} />
}
