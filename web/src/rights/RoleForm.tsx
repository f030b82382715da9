import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import type { Problem } from '../api/problem'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { difference, type Permission, type PermissionId, type Role } from './difference'
import css from './Rights.module.css'
import { positionsText, TAKES_EFFECT } from './words'

interface RoleFormProps {
  role?: Role
  permissions: Permission[]
  error: Problem | null
  busy: boolean
  onSubmit: (name: string, permissions: PermissionId[]) => void
}

/** A name and a choice of permissions; of a role that is there also what saving would change. */
export function RoleForm({ role, permissions, error, busy, onSubmit }: RoleFormProps) {
  const [name, setName] = useState(role?.name ?? '')
  const [chosen, setChosen] = useState<PermissionId[]>(role?.permissions ?? [])
  const fault = error?.fieldErrors.find(({ pointer }) => pointer === '/name')?.detail

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!busy) onSubmit(name, permissions.map(({ id }) => id).filter((id) => chosen.includes(id)))
  }

  const toggle = (id: PermissionId) =>
    setChosen(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id])

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {error && !fault && <Refusal error={error} />}
      <TextField label="Nama peran" required maxLength={80} autoComplete="off" value={name} onChange={setName} error={fault} />
      <Choices
        title="Hak di OPD-nya sendiri"
        permissions={permissions.filter((it) => !it.of_the_regency)}
        {...{ chosen, toggle }}
      />
      <Choices
        title="Hak tingkat kabupaten"
        about="Menjangkau OPD lain. Jabatan dengan hak ini hanya diisi oleh pengelola kepegawaian kabupaten."
        permissions={permissions.filter((it) => it.of_the_regency)}
        {...{ chosen, toggle }}
      />
      {role && <Changes role={role} permissions={permissions} chosen={chosen} />}
      <div className={acts.acts}>
        <Button type="submit" look="primary" busy={busy}>
          Simpan peran
        </Button>
      </div>
    </form>
  )
}

interface ChoicesProps {
  title: string
  about?: string
  permissions: Permission[]
  chosen: PermissionId[]
  toggle: (id: PermissionId) => void
}

function Choices({ title, about, permissions, chosen, toggle }: ChoicesProps) {
  return (
    <fieldset className={css.group}>
      <legend>
        {title}
        {about && <span>{about}</span>}
      </legend>
      <div className={css.choices}>
        {permissions.map(({ id, title, allows }) => (
          <label key={id} className={css.choice}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>
              <b>{title}</b> <span>{allows}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What saving would change, and for how many. */
function Changes({ role, permissions, chosen }: { role: Role; permissions: Permission[]; chosen: PermissionId[] }) {
  const { added, removed } = difference(permissions, role.permissions, chosen)
  const changes = added.length + removed.length > 0
  return (
    <div role="status">
      {changes && (
        <div className={css.difference}>
          {added.length > 0 && <p>Ditambah: {added.join(', ')}.</p>}
          {removed.length > 0 && <p>Dicabut: {removed.join(', ')}.</p>}
          <p>
            {positionsText(role.positions)}. {role.positions > 0 && TAKES_EFFECT}
          </p>
        </div>
      )}
    </div>
  )
}
