import { useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Page } from '../ui/Page'
import { Conflict, NotFound } from '../ui/states'
import type { Permission, Role } from './difference'
import { RoleForm } from './RoleForm'
import { positionsText, ROLES, TAKES_EFFECT } from './words'

/** One role: its name and what it allows. */
export default function RolePage({ roleId }: { roleId: string }) {
  const roles = useAsk('directory_list_roles', {})
  const permissions = useAsk('directory_list_permissions', {})
  const role = roles.data?.items.find(({ id }) => id === roleId)
  return (
    <Page title={role?.name ?? 'Peran'} above={<BackLink href={ROLES}>Peran</BackLink>} narrow>
      <Loaded query={roles} rows={5}>
        {() => (
          <Loaded query={permissions} rows={5}>
            {({ items }) =>
              role ? <Edit role={role} permissions={items} onReload={() => roles.refetch()} /> : <NotFound />
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

interface EditProps {
  role: Role
  permissions: Permission[]
  onReload: () => Promise<{ data: Answer<'directory_list_roles'> | undefined }>
}

function Edit({ role, permissions, onReload }: EditProps) {
  const [, navigate] = useLocation()
  const [seen, setSeen] = useState(role.version)
  const edit = useCommand('directory_edit_role')
  const isStale = edit.error?.slug === 'stale'

  function leave(message: string) {
    toast(message)
    navigate(ROLES)
  }

  /** What was chosen stays; what saving would change is told beside what the other person saved. */
  async function reload() {
    const { data } = await onReload()
    setSeen(data?.items.find(({ id }) => id === role.id)?.version ?? seen)
    edit.reset()
  }

  return (
    <>
      <p className="figures">
        {positionsText(role.positions)}
        {role.is_base && '. Peran bawaan: haknya dapat diubah, perannya tidak dihapus'}.
      </p>
      {edit.error && isStale && <Conflict problem={edit.error} onReload={() => void reload()} />}
      <RoleForm
        role={role}
        permissions={permissions}
        error={isStale ? null : edit.error}
        busy={edit.isPending}
        onSubmit={(name, chosen) =>
          edit.mutate(
            { role_id: role.id, name, permissions: chosen, version: seen },
            { onSuccess: () => leave(`Peran disimpan. ${TAKES_EFFECT}`) },
          )
        }
      />
      {!role.is_base && <Delete role={role} onDone={() => leave('Peran dihapus.')} />}
    </>
  )
}

function Delete({ role, onDone }: { role: Role; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useCommand('directory_delete_role')
  return (
    <div>
      <Button look="danger" onClick={() => setAsking(true)}>
        Hapus peran
      </Button>
      {asking && (
        <Dialog title={`Hapus peran ${role.name}?`} onClose={() => setAsking(false)}>
          <p>Peran ini tidak dapat diberikan lagi kepada jabatan mana pun.</p>
          {remove.error && <Refusal error={remove.error} />}
          <DialogActions>
            <Button
              look="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate({ role_id: role.id, version: role.version }, { onSuccess: onDone })}
            >
              Hapus peran
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  )
}
