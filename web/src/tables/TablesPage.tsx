import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import card from '../ui/card.module.css'
import { Page } from '../ui/Page'
import { number } from '../words/format'
import css from './Tables.module.css'

/** All tables, and where a proposal waits. */
export default function TablesPage() {
  const tables = useAsk('tables_list_tables', {})
  return (
    <Page title="Tabel" narrow above={<BackLink href="/administrasi">Administrasi</BackLink>}>
      <p>Angka dan daftar yang dipakai aturan. Perubahan diusulkan satu orang dan disetujui orang lain.</p>
      <Loaded query={tables} rows={4}>
        {({ items }) => (
          <ul className={card.cards}>
            {[...items].sort(waitingFirst).map(({ id, title, purpose, waiting }) => (
              <li key={id} className={card.card}>
                <h2>
                  <Link href={`/administrasi/tabel/${id}`}>{title}</Link>
                </h2>
                <p>{purpose}</p>
                {waiting > 0 && <p className={`${card.plain} ${css.waiting}`}>{number(waiting)} usulan menunggu keputusan</p>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

/** Who comes here most often comes to decide. */
const waitingFirst = (one: { waiting: number }, other: { waiting: number }) =>
  Number(other.waiting > 0) - Number(one.waiting > 0)
