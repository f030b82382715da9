import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { SelectField, TextField } from '../ui/Field'
import css from './Directory.module.css'
import { ParentField } from './ParentField'
import { KINDS, type Organisation, type OrganisationKind } from './words'

interface OrganisationDialogProps {
  /** Which to change; without one, a new one. */
  organisation?: Organisation
  /** Below which a new one stands; without one, at the top. */
  parent?: Organisation
  onClose: () => void
}

/** The form of an organisation. */
export function OrganisationDialog({ organisation, parent, onClose }: OrganisationDialogProps) {
  const [form, setForm] = useState({
    kind: organisation?.kind ?? (parent ? childKind(parent.kind) : 'opd'),
    name: organisation?.name ?? '',
    short_name: organisation?.short_name ?? '',
    parent_id: organisation?.above[0]?.id ?? parent?.id ?? '',
    code: organisation?.code ?? '',
    address: organisation?.address ?? '',
    contact: organisation?.contact ?? '',
  })
  const [, navigate] = useLocation()
  const add = useCommand('directory_add_organisation')
  const edit = useCommand('directory_edit_organisation')
  const { error, isPending } = organisation ? edit : add

  function submit(event: FormEvent) {
    event.preventDefault()
    if (organisation) {
      edit.mutate(
        { ...form, organisation_id: organisation.id, version: organisation.version },
        {
          onSuccess: () => {
            onClose()
            toast('Organisasi ini tercatat.')
          },
        },
      )
    } else {
      add.mutate(form, {
        onSuccess: ({ organisation_id: id }) => {
          onClose()
          toast(`${form.name.trim()} tercatat.`)
          navigate(`/direktori/organisasi/${id}`)
        },
      })
    }
  }

  const faults = error?.fieldErrors ?? []
  const fault = (field: string) => faults.find(({ pointer }) => pointer === `/${field}`)?.detail
  const text = (field: 'name' | 'short_name' | 'code' | 'address' | 'contact') => ({
    value: form[field],
    onChange: (value: string) => setForm({ ...form, [field]: value }),
    error: fault(field),
    autoComplete: 'off',
  })
  return (
    <Dialog title={organisation ? 'Ubah organisasi' : parent ? `Tambah unit di ${parent.name}` : 'Tambah organisasi'} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {error && faults.length === 0 && <Refusal error={error} />}
        <TextField label="Nama lengkap" data-focus-first {...text('name')} />
        <TextField label="Nama singkat" hint="Seperti Diskominfo atau Bag. Umum." {...text('short_name')} />
        <SelectField
          label="Jenis"
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind: kind as OrganisationKind })}
          options={Object.entries(KINDS)}
        />
        {organisation && (
          <ParentField
            organisation={organisation}
            value={form.parent_id}
            onChange={(parentId) => setForm({ ...form, parent_id: parentId })}
            error={fault('parent_id')}
          />
        )}
        <TextField label="Kode wilayah" optional hint="Bagi kecamatan, kelurahan, dan desa." {...text('code')} />
        <TextField label="Alamat" optional {...text('address')} />
        <TextField label="Kontak" optional {...text('contact')} />
        <DialogActions>
          <Button type="submit" look="primary" busy={isPending}>
            Simpan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const childKind = (kind: OrganisationKind): OrganisationKind => (kind === 'kecamatan' ? 'desa' : kind)
