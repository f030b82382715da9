import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { ButtonLink } from '../ui/Button'
import card from '../ui/card.module.css'
import { Page } from '../ui/Page'
import css from './Rights.module.css'
import { positionsText } from './words'

/** All roles: what each allows and how many positions have it. */
export default function RolesPage() {
  const roles = useAsk('directory_list_roles', {})
  const permissions = useAsk('directory_list_permissions', {})
  const title = (id: string) => permissions.data?.items.find((it) => it.id === id)?.title ?? id
  return (
    <Page
      title="Peran"
      narrow
      above={<BackLink href="/administrasi">Administrasi</BackLink>}
      actions={
        roles.data && (
          <>
            <ButtonLink href="/administrasi/siapa-boleh">Siapa yang boleh ini?</ButtonLink>
            <ButtonLink href="/administrasi/peran/baru" look="primary" icon="plus">
              Tambah peran
            </ButtonLink>
          </>
        )
      }
    >
      <p>Peran adalah kumpulan hak yang melekat pada jabatan. Siapa pun pemegang jabatannya, haknya mengikuti.</p>
      <Loaded query={permissions} rows={5}>
        {() => (
          <Loaded query={roles} rows={5}>
            {({ items }) => (
              <ul className={card.cards}>
                {items.map((role) => (
                  <li key={role.id} className={card.card}>
                    <h2 className={css.name}>
                      <Link href={`/administrasi/peran/${role.id}`}>{role.name}</Link>
                    </h2>
                    <p>{role.permissions.map(title).join(' · ') || 'Belum memberi hak apa pun.'}</p>
                    <p className="figures">
                      {positionsText(role.positions)}
                      {role.is_base && ' · Peran bawaan'}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}
