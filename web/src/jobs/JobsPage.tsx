import { Link } from 'wouter'
import { useMay } from '../api/session'
import { LoadMore } from '../app/LoadMore'
import { Loaded } from '../app/Loaded'
import { useAskPages } from '../app/queries'
import { ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import { Empty } from '../ui/states'
import { shortDate, time } from '../words/format'
import css from './JobProgress.module.css'
import { JobProgress } from './JobProgress'

const TWO_SECONDS = 2_000

/** The long work that I have started: how far it is, and what came of it. */
export default function JobsPage() {
  const list = useAskPages('portal_list_jobs', {}, { refetchInterval: TWO_SECONDS })
  const imports = useMay('directory.manage')
  return (
    <Page
      title="Pekerjaan"
      narrow
      actions={
        imports && (
          <ButtonLink href="/administrasi/impor" icon="upload">
            Impor pegawai
          </ButtonLink>
        )
      }
    >
      <Loaded query={list}>
        {({ pages }) => {
          const jobs = pages.flatMap(({ items }) => items)
          if (jobs.length === 0) return <Empty title="Belum ada pekerjaan panjang yang Anda mulai." />
          return (
            <>
              <ul className={rowList.list}>
                {jobs.map((job) => (
                  <li key={job.id} className={css.row}>
                    <h2>
                      <Link href={job.page}>{job.title}</Link>
                    </h2>
                    <p className={css.still}>
                      Dimulai {shortDate(job.started_at)} pukul {time(job.started_at)}
                    </p>
                    <JobProgress job={job} />
                  </li>
                ))}
              </ul>
              <LoadMore list={list} shown={jobs.length} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
