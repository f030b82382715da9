import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextArea, TextField } from '../ui/Field'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { KopPreview } from './KopPreview'
import { LogoField } from './LogoField'
import css from './Papers.module.css'

type Letterhead = Answer<'papers_show_letterhead'>

/** The head of one office's papers: what is typed stands on the preview at once, and on papers once it is saved. */
export default function LetterheadPage({ organisationId }: { organisationId: string }) {
  const letterhead = useAsk('papers_show_letterhead', { organisation_id: organisationId })
  return (
    <Page
      title={letterhead.data ? `Identitas ${letterhead.data.organisation_name}` : 'Identitas'}
      above={<BackLink href="/administrasi/identitas">Identitas</BackLink>}
      narrow
    >
      <Loaded query={letterhead}>{(data) => <Form data={data} />}</Loaded>
    </Page>
  )
}

function Form({ data }: { data: Letterhead }) {
  const [lines, setLines] = useState(data.name_lines.join('\n'))
  const [fields, setFields] = useState({
    address: data.address,
    postal_code: data.postal_code,
    telephone: data.telephone,
    website: data.website,
    email: data.email,
    number_code: data.number_code,
  })
  const change = useCommand('papers_change_letterhead')
  const typed = { organisation_id: data.organisation_id, name_lines: linesOf(lines), ...fields }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (change.isPending) return
    change.mutate(
      { ...typed, version: data.version },
      { onSuccess: ({ already }) => toast(already ? 'Tidak ada yang berubah.' : 'Identitas disimpan.') },
    )
  }

  const faults = change.error?.fieldErrors ?? []
  const fault = (name: string) => faults.find(({ pointer }) => pointer.startsWith(`/${name}`))?.detail
  const set = (name: keyof typeof fields) => (value: string) => setFields({ ...fields, [name]: value })
  const what = data.is_regency ? 'Nama pemerintah daerah pada kop' : 'Nama OPD pada kop'
  return (
    <>
      <KopPreview typed={typed} />
      <LogoField letterhead={data} />
      <form className={css.form} onSubmit={submit} noValidate>
        {change.error && faults.length === 0 && <Refusal error={change.error} />}
        <TextArea
          label={what}
          optional
          hint={
            data.is_regency
              ? 'Kosong: Pemerintah Kabupaten Mojokerto.'
              : `Paling banyak tiga baris, tanpa singkatan (Permendagri 1/2023). Kosong: ${data.organisation_name}.`
          }
          rows={3}
          value={lines}
          onChange={setLines}
          error={fault('name_lines')}
        />
        <TextField
          label="Alamat"
          optional
          hint={data.known_address ? `Kosong: ${data.known_address}` : 'Contoh: Jalan KH. Hasyim Ashari Nomor 12, Mojokerto'}
          value={fields.address}
          onChange={set('address')}
          error={fault('address')}
        />
        <TextField
          label="Kode pos"
          optional
          inputMode="numeric"
          value={fields.postal_code}
          onChange={set('postal_code')}
          error={fault('postal_code')}
        />
        <TextField
          label="Telepon"
          optional
          type="tel"
          hint={data.known_contact && `Telepon, laman, dan surel kosong: ${data.known_contact}`}
          value={fields.telephone}
          onChange={set('telephone')}
          error={fault('telephone')}
        />
        <TextField
          label="Laman"
          optional
          hint="Tanpa https://, misalnya diskominfo.mojokertokab.go.id"
          value={fields.website}
          onChange={set('website')}
          error={fault('website')}
        />
        <TextField
          label="Surel"
          optional
          type="email"
          value={fields.email}
          onChange={set('email')}
          error={fault('email')}
        />
        <TextField
          label="Kode unit"
          optional
          hint="Bagian dari nomor surat, misalnya 416-114. Wajib sebelum menerbitkan surat; kode yang pernah dipakai tetap milik OPD ini."
          value={fields.number_code}
          onChange={set('number_code')}
          error={fault('number_code')}
        />
        <div className={acts.acts}>
          <Button type="submit" look="primary" busy={change.isPending}>
            Simpan identitas
          </Button>
        </div>
        <p className={small.quiet}>Naskah yang sudah terbit tidak berubah; naskah berikutnya memakai kop ini.</p>
      </form>
    </>
  )
}

/** The lines of the name; empty ones are slips. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
