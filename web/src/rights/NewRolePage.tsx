import { useLocation } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { RoleForm } from './RoleForm'
import { ROLES } from './words'

/** A role that isn't there yet. */
export default function NewRolePage() {
  const permissions = useAsk('directory_list_permissions', {})
  const [, navigate] = useLocation()
  const add = useCommand('directory_add_role')
  return (
    <Page title="Tambah peran" above={<BackLink href={ROLES}>Peran</BackLink>} narrow failing={add.isError}>
      <Loaded query={permissions} rows={5}>
        {({ items }) => (
          <RoleForm
            permissions={items}
            error={add.error}
            busy={add.isPending}
            onSubmit={(name, chosen) =>
              add.mutate(
                { name, permissions: chosen },
                {
                  onSuccess: () => {
                    toast('Peran ditambahkan.')
                    navigate(ROLES)
                  },
                },
              )
            }
          />
        )}
      </Loaded>
    </Page>
  )
}
