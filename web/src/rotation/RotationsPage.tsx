import { Link } from 'wouter'
import { LoadMore } from '../app/LoadMore'
import { Loaded } from '../app/Loaded'
import { useAskPages } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import { longDate, number } from '../words/format'
import css from './Rotation.module.css'
import { STATE } from './words'

/** All rotations, the newest first. */
export default function RotationsPage() {
  const rotations = useAskPages('directory_list_rotations', {})
  return (
    <Page
      title="Mutasi"
      above={<BackLink href="/administrasi">Administrasi</BackLink>}
      actions={
        <ButtonLink href="/administrasi/mutasi/baru" look="primary" icon="plus">
          Susun mutasi
        </ButtonLink>
      }
      narrow
    >
      <p>Banyak pejabat berpindah jabatan pada satu tanggal. Disusun satu orang dan disetujui orang lain.</p>
      <Loaded query={rotations}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty icon="people" title="Belum ada mutasi." />
          return (
            <>
              <ul className={css.cards}>
                {items.map(({ id, first_day: firstDay, basis, state, rows, planned_by: by, is_own: isOwn }) => (
                  <li key={id} className={css.card}>
                    <h2>
                      <Link href={`/administrasi/mutasi/${id}`}>Mutasi {longDate(firstDay)}</Link>
                    </h2>
                    <p>{basis}</p>
                    <p>
                      {rows > 0 && `${number(rows)} baris, `}disusun {isOwn ? 'Anda' : by}
                    </p>
                    <p className={state === 'planned' ? css.waiting : undefined}>
                      {STATE[state]}
                      {state === 'planned' && (isOwn ? ' orang lain' : ' Anda')}
                    </p>
                  </li>
                ))}
              </ul>
              <LoadMore list={rotations} shown={items.length} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
