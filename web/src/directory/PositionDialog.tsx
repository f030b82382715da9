import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import checkRow from '../ui/check-row.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { SelectField, TextField } from '../ui/Field'
import css from './Directory.module.css'
import { type Position, RANKS } from './words'

interface PositionDialogProps {
  /** Which to change; without one, a new one of the organisation. */
  position?: Position
  organisationId: string
  onClose: () => void
}

/** The form of a post: title, class, and the roles that it brings. */
export function PositionDialog({ position, organisationId, onClose }: PositionDialogProps) {
  const [title, setTitle] = useState(position?.title ?? '')
  const [rankClass, setRankClass] = useState(position?.rank_class ?? 'pelaksana')
  const [roles, setRoles] = useState<string[]>(position?.roles ?? ['pegawai'])
  const [, navigate] = useLocation()
  const grantable = useAsk('directory_list_grantable_roles', {})
  const add = useCommand('directory_add_position')
  const edit = useCommand('directory_edit_position')
  const { error, isPending } = position ? edit : add

  function submit(event: FormEvent) {
    event.preventDefault()
    const known = new Set(grantable.data?.items.map(({ id }) => id))
    const form = { title, rank_class: rankClass, roles: roles.filter((id) => known.has(id)) }
    if (position) {
      edit.mutate(
        { ...form, position_id: position.id, version: position.position_version },
        {
          onSuccess: () => {
            onClose()
            toast('Jabatan ini tercatat.')
          },
        },
      )
    } else {
      add.mutate(
        { ...form, organisation_id: organisationId },
        {
          onSuccess: ({ position_id: id }) => {
            onClose()
            toast(`${title.trim()} tercatat.`)
            navigate(`/direktori/jabatan/${id}`)
          },
        },
      )
    }
  }

  const faults = error?.fieldErrors ?? []
  const fault = (field: string) => faults.find(({ pointer }) => pointer === `/${field}`)?.detail
  return (
    <Dialog title={position ? 'Ubah jabatan' : 'Tambah jabatan'} onClose={onClose}>
      <form onSubmit={submit} noValidate className={css.form}>
        {error && faults.length === 0 && <Refusal error={error} />}
        <TextField
          label="Nama jabatan"
          hint="Seperti tertulis di SK, misalnya Kepala Bidang Aplikasi Informatika."
          autoComplete="off"
          data-focus-first
          value={title}
          onChange={setTitle}
          error={fault('title')}
        />
        <SelectField
          label="Eselon atau jenjang"
          value={rankClass}
          onChange={setRankClass}
          options={RANKS}
          error={fault('rank_class')}
        />
        <fieldset className={`${checkRow.boxes} ${css.roles}`}>
          <legend>Peran</legend>
          <p className={css.about}>Hak yang dibawa jabatan ini, siapa pun pejabatnya.</p>
          {grantable.data?.items.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={roles.includes(id)}
                onChange={(event) =>
                  setRoles(event.target.checked ? [...roles, id] : roles.filter((each) => each !== id))
                }
              />
              {name}
            </label>
          ))}
          {fault('roles') && <p className={css.error}>{fault('roles')}</p>}
        </fieldset>
        <DialogActions>
          <Button type="submit" look="primary" busy={isPending || !grantable.data}>
            Simpan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
