import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import { TextField } from '../ui/Field'
import { useState } from 'react'
import small from '../ui/small.module.css'
import css from './Papers.module.css'

const MANY = 10

/** The offices whose head of papers I may state. */
export default function LetterheadsPage() {
  const letterheads = useAsk('papers_list_letterheads', {})
  const [sought, setSought] = useState('')
  return (
    <Page title="Identitas" narrow above={<BackLink href="/administrasi">Administrasi</BackLink>}>
      <p>Kop, logo, alamat, dan kode unit yang tercetak pada naskah.</p>
      <Loaded query={letterheads} rows={4}>
        {({ items }) => {
          const found = items.filter((it) => it.organisation_name.toLowerCase().includes(sought.trim().toLowerCase()))
          return (
            <>
              {items.length > MANY && <TextField label="Cari OPD" type="search" value={sought} onChange={setSought} />}
              {found.length === 0 && <Empty icon="search" title={`Tidak ada OPD "${sought}". Coba kata lain.`} />}
              <ul className={css.list}>
                {found.map((it) => (
                  <li key={it.organisation_id} className={css.row}>
                    <h2>
                      <Link href={`/administrasi/identitas/${it.organisation_id}`}>{it.organisation_name}</Link>
                    </h2>
                    <p className={small.quiet}>
                      {it.number_code ? `Kode unit ${it.number_code}` : 'Kode unit belum diisi'} ·{' '}
                      {it.has_logo ? 'logo sendiri' : 'tanpa logo sendiri'}
                    </p>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
