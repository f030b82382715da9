import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import card from '../ui/card.module.css'
import { Page } from '../ui/Page'
import type { Permission } from './difference'
import css from './Rights.module.css'

/** What my position allows, and what it doesn't. */
export default function RightsPage() {
  const permissions = useAsk('directory_list_permissions', {})
  return (
    <Page title="Hak saya" above={<BackLink href="/profil">Profil</BackLink>} narrow>
      <p>Hak berasal dari jabatan Anda dan mengikuti jabatan itu.</p>
      <Loaded query={permissions} rows={5}>
        {({ items }) => (
          <>
            <Some title="Anda boleh" permissions={items.filter(({ has }) => has)} />
            <Some title="Anda belum boleh" permissions={items.filter(({ has }) => !has)} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Some({ title, permissions }: { title: string; permissions: Permission[] }) {
  if (permissions.length === 0) return null
  return (
    <section className={card.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={card.cards}>
        {permissions.map(({ id, title, allows }) => (
          <li key={id} className={card.card}>
            <h3 className={css.name}>
              <Link href={`/hak/${id}`}>{title}</Link>
            </h3>
            <p>{allows}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
