import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { DateField } from '../agenda/DateField'
import { Refusal } from '../agenda/Refusal'
import { fetchPaperInBody } from '../api/client'
import type { Answer, Body } from '../api/operations'
import { serverNow } from '../api/server-clock'
import { useAsk, useCommand } from '../app/queries'
import { save } from '../app/save'
import { PersonField } from '../directory/PersonField'
import type { FoundPerson } from '../directory/use-people'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import fieldset from '../ui/fieldset.module.css'
import { Page } from '../ui/Page'
import small from '../ui/small.module.css'
import { isoDate, typedDate } from '../words/format'
import { parseDate } from '../words/parse'
import css from './Papers.module.css'

type Change = Body<'papers_prepare_surat_keterangan'>['changes'][number]

const NO_CHANGE: Change = { label: '', before: '', after: '' }
const MOST_CHANGES = 10
const USUAL = ['Nama', 'Gelar', 'Tempat dan tanggal lahir', 'Golongan', 'Jabatan', 'Unit kerja', 'Alamat', 'Status perkawinan']

interface PreparePageProps {
  /** Of a letter that is dated back: behind which one it is inserted. */
  after?: { id: string; number: string }
}

/** A surat keterangan before it has its number: of whom what changed, and who signs. */
export default function PreparePage({ after }: PreparePageProps) {
  const [, navigate] = useLocation()
  const [employee, setEmployee] = useState<FoundPerson | null>(null)
  const [signer, setSigner] = useState<FoundPerson | null>(null)
  const [changes, setChanges] = useState([NO_CHANGE])
  const [texts, setTexts] = useState({ basis: '', purpose: '', in_name_of: '', through: '' })
  const [missing, setMissing] = useState(false)
  const [late, setLate] = useState({ dated_on: '', insert_reason: '' })
  const take = useCommand('papers_prepare_surat_keterangan')
  const insert = useCommand('papers_insert_surat_keterangan')
  const prepare = after ? insert : take
  const datedOn = parseDate(late.dated_on, isoDate(serverNow()))
  const preview = useMutation({
    mutationFn: (body: Body<'papers_preview_surat_keterangan'>) =>
      fetchPaperInBody('papers_preview_surat_keterangan', body),
    onSuccess: (file) => save(file, 'konsep-surat-keterangan.pdf'),
  })

  function typed() {
    const isLateIncomplete = after && (!datedOn || !late.insert_reason.trim())
    const incomplete =
      !employee || !signer || !texts.basis.trim() || isLateIncomplete || changes.some((it) => !it.label || !it.after)
    setMissing(incomplete)
    return employee && signer && !incomplete
      ? { person_id: employee.person_id, signer_id: signer.person_id, changes, ...texts }
      : null
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const body = typed()
    if (!body || prepare.isPending) return
    const then = {
      onSuccess: ({ letter_id: id }: Answer<'papers_prepare_surat_keterangan'>) =>
        navigate(`/administrasi/surat-keterangan/${id}`),
    }
    if (after && datedOn) {
      insert.mutate({ letter: body, ...late, dated_on: datedOn, after_letter_id: after.id }, then)
    } else take.mutate(body, then)
  }

  function look() {
    const body = typed()
    if (body) preview.mutate(body)
  }

  const refused = prepare.error ?? preview.error
  const faults = refused?.fieldErrors ?? []
  const fault = (pointer: string) => faults.find((it) => it.pointer === pointer || it.pointer === `/letter${pointer}`)?.detail
  const need = (value: unknown, words: string) => (missing && !value ? words : undefined)
  const set = (name: keyof typeof texts) => (value: string) => setTexts({ ...texts, [name]: value })
  const change = (place: number, name: keyof Change) => (value: string) =>
    setChanges(changes.map((it, at) => (at === place ? { ...it, [name]: value } : it)))

  return (
    <Page
      title={after ? 'Surat bertanggal mundur' : 'Surat keterangan baru'}
      above={<BackLink href="/administrasi/surat-keterangan">Surat keterangan</BackLink>}
      failing={missing || refused !== null}
      narrow
    >
      <form className={css.form} onSubmit={submit} noValidate>
        {refused && faults.length === 0 && <Refusal error={refused} />}
        {after && (
          <fieldset className={fieldset.group}>
            <legend>Nomor sisipan sesudah {after.number}</legend>
            <p className={small.quiet}>Tanggalnya tidak lebih awal dari nomor itu dan tidak lebih akhir dari nomor berikutnya.</p>
            <DateField
              id="tanggal-surat"
              label="Tanggal surat"
              value={late.dated_on}
              onChange={(value) => setLate({ ...late, dated_on: value })}
              onBlur={() => datedOn && setLate({ ...late, dated_on: typedDate(datedOn) })}
              error={need(datedOn, 'Isi tanggal suratnya.') ?? fault('/dated_on')}
              anyDay
            />
            <TextField
              label="Alasan disisipkan"
              hint="Tercatat dalam register, misalnya: konsep tertinggal di meja"
              value={late.insert_reason}
              onChange={(value) => setLate({ ...late, insert_reason: value })}
              error={need(late.insert_reason.trim(), 'Isi alasannya.') ?? fault('/insert_reason')}
            />
          </fieldset>
        )}
        <PersonField
          label="Pegawai"
          chosen={employee}
          onChoose={setEmployee}
          error={need(employee, 'Pilih pegawainya.')}
        />
        {changes.map((it, place) => (
          <fieldset key={place} className={fieldset.group}>
            <legend>Perubahan {place + 1}</legend>
            <TextField
              label="Data"
              hint="Misalnya: Nama, Golongan, Jabatan"
              list="data-pegawai"
              value={it.label}
              onChange={change(place, 'label')}
              error={need(it.label, 'Isi data yang berubah.') ?? fault(`/changes/${place}/label`)}
            />
            <div className={css.two}>
              <TextField
                label="Semula"
                optional
                value={it.before}
                onChange={change(place, 'before')}
                error={fault(`/changes/${place}/before`)}
              />
              <TextField
                label="Menjadi"
                value={it.after}
                onChange={change(place, 'after')}
                error={need(it.after, 'Isi data yang baru.') ?? fault(`/changes/${place}/after`)}
              />
            </div>
            {changes.length > 1 && (
              <div>
                <Button
                  look="text"
                  icon="remove"
                  onClick={() => setChanges(changes.filter((_, at) => at !== place))}
                >
                  Hapus perubahan {place + 1}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <datalist id="data-pegawai">
          {USUAL.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        {changes.length < MOST_CHANGES && (
          <div>
            <Button icon="plus" onClick={() => setChanges([...changes, NO_CHANGE])}>
              Tambah perubahan
            </Button>
          </div>
        )}
        <TextField
          label="Dasar perubahan"
          hint="Misalnya: Keputusan Bupati Nomor 821.2/15/2026 tanggal 2 November 2026"
          value={texts.basis}
          onChange={set('basis')}
          error={need(texts.basis.trim(), 'Isi dasar perubahannya.') ?? fault('/basis')}
        />
        <TextField
          label="Keperluan"
          optional
          hint="Melengkapi kalimat “dibuat untuk …”"
          value={texts.purpose}
          onChange={set('purpose')}
          error={fault('/purpose')}
        />
        <PersonField
          label="Penanda tangan"
          hint="Pejabat OPD Anda atau di atasnya. Plt. dan Plh. tertulis sendiri."
          chosen={signer}
          onChoose={setSigner}
          error={need(signer, 'Pilih penanda tangannya.')}
        />
        {signer && <Superiors personId={signer.person_id} />}
        <div className={css.two}>
          <TextField
            label="a.n."
            optional
            list="atasan"
            hint="Jabatan yang diatasnamakan, satu tingkat di atas"
            value={texts.in_name_of}
            onChange={set('in_name_of')}
            error={fault('/in_name_of')}
          />
          <TextField
            label="u.b."
            optional
            list="atasan"
            hint="Jabatan di antaranya, bila dua tingkat"
            value={texts.through}
            onChange={set('through')}
            error={fault('/through')}
          />
        </div>
        {fault('/changes') && <p className={small.error}>{fault('/changes')}</p>}
        <div className={acts.acts}>
          <Button type="submit" look="primary" busy={prepare.isPending}>
            {after ? 'Ambil nomor sisipan' : 'Ambil nomor'}
          </Button>
          <Button icon="download" busy={preview.isPending} onClick={look}>
            Unduh konsep
          </Button>
        </div>
        <p className={small.quiet}>
          Periksa konsepnya dulu. Nomor yang sudah diambil tetap tercatat dalam register, juga bila suratnya batal.
        </p>
      </form>
    </Page>
  )
}

/** What a.n. and u.b. offer: who stands above the signer, by the directory. Other words may be typed. */
function Superiors({ personId }: { personId: string }) {
  const superiors = useAsk('papers_list_superiors', { person_id: personId })
  return (
    <datalist id="atasan">
      {superiors.data?.titles.map((title) => (
        <option key={title} value={title} />
      ))}
    </datalist>
  )
}
