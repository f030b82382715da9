import { Link } from 'wouter'
import type { Person } from '../api/session'
import { Page } from '../ui/Page'
import { NotPermitted } from '../ui/states'
import card from '../ui/card.module.css'
import { sectionsOf } from './sections'

/** The way to everything that I may administer. */
export default function AdminPage({ person }: { person: Person }) {
  const sections = sectionsOf(person)
  return (
    <Page title="Administrasi" narrow>
      {sections.length === 0 ? (
        <NotPermitted title="Jabatan Anda tidak mengelola apa pun di sini.">
          <p>Minta hak kepada administrator kabupaten di Diskominfo.</p>
        </NotPermitted>
      ) : (
        <ul className={card.cards}>
          {sections.map(({ href, title, about }) => (
            <li key={href} className={card.card}>
              <h2>
                <Link href={href}>{title}</Link>
              </h2>
              <p>{about}</p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
