import { Link, useSearchParams } from 'wouter'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAsk, useAskPages } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { Empty } from '../ui/states'
import { longDate } from '../words/format'
import css from './Directory.module.css'
import { rank } from './words'

/** The posts that nobody holds today, of one organisation and what is below it or of all. */
export default function VacantPage() {
  const [search] = useSearchParams()
  const organisationId = search.get('organisasi') ?? ''
  const vacant = useAskPages('directory_list_vacant_posts', { organisation_id: organisationId })
  return (
    <Page
      title="Jabatan lowong"
      above={organisationId ? <BackToOffice organisationId={organisationId} /> : <BackLink href="/direktori">Direktori</BackLink>}
      narrow
    >
      <Loaded query={vacant}>
        {({ pages }) => {
          const posts = pages.flatMap(({ items }) => items)
          if (posts.length === 0) return <Empty title="Tidak ada jabatan yang lowong." />
          return (
            <>
              <ul className={rowList.clipped}>
                {posts.map((post) => (
                  <li key={post.position_id} className={css.row}>
                    <Link href={`/direktori/jabatan/${post.position_id}`} className={`${rowList.whole} ${css.whole}`}>
                      {post.title}
                    </Link>
                    <span className={css.about}>{[post.organisation_name, rank(post.rank_class)].filter(Boolean).join(' · ')}</span>
                    <span className={css.about}>
                      {post.vacant_since ? `Lowong sejak ${longDate(post.vacant_since)}` : 'Belum pernah terisi'}
                    </span>
                  </li>
                ))}
              </ul>
              <LoadMore list={vacant} shown={posts.length} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function BackToOffice({ organisationId }: { organisationId: string }) {
  const office = useAsk('directory_show_organisation', { organisation_id: organisationId })
  return <BackLink href={`/direktori/organisasi/${organisationId}`}>{office.data?.name ?? 'Organisasi'}</BackLink>
}
