import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { fetchPaper } from '../api/client'
import { serverNow } from '../api/server-clock'
import { LoadMore } from '../app/LoadMore'
import { Loaded } from '../app/Loaded'
import { useAskPages } from '../app/queries'
import { save } from '../app/save'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import { Empty } from '../ui/states'
import { isoDate, longDate, time } from '../words/format'
import { LetterState } from './LetterState'
import plainField from '../ui/plain-field.module.css'
import small from '../ui/small.module.css'
import css from './Papers.module.css'
import { yearsUpTo } from './words'

/** The register: every number of a year, and what became of it. */
export default function RegisterPage() {
  const thisYear = Number(isoDate(serverNow()).slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const register = useAskPages('papers_list_register', { year })
  return (
    <Page
      title="Surat keterangan"
      above={<BackLink href="/administrasi">Administrasi</BackLink>}
      actions={
        <ButtonLink look="primary" icon="plus" href="/administrasi/surat-keterangan/baru">
          Surat baru
        </ButtonLink>
      }
      narrow
    >
      <p>Register nomor surat keterangan OPD Anda. Setiap nomor tercatat tepat satu kali.</p>
      <div className={`${plainField.field} ${css.years}`}>
        <label htmlFor="tahun">Tahun</label>
        <select id="tahun" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {yearsUpTo(thisYear).map((it) => (
            <option key={it} value={it}>
              {it}
            </option>
          ))}
        </select>
      </div>
      <Loaded query={register} rows={5}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0) return <Empty icon="attendance" title={`Belum ada surat pada tahun ${year}.`} />
          return (
            <>
              <ul className={css.list} aria-label={`Register tahun ${year}`}>
                {rows.map((row) => (
                  <li key={row.number} className={css.row}>
                    <h2 className="figures">
                      <Link href={`/administrasi/surat-keterangan/${row.letter_id}`}>{row.number}</Link>
                    </h2>
                    <p>{row.title}</p>
                    <p className={small.quiet}>
                      <LetterState state={row.state} /> · diambil {longDate(row.taken_at)} pukul {time(row.taken_at)}
                      {row.insert_reason && ` · sisipan: ${row.insert_reason}`}
                      {row.reason && ` · ${row.reason}`}
                    </p>
                  </li>
                ))}
              </ul>
              <LoadMore list={register} shown={rows.length} />
              <ExportYear year={year} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** The whole year as a table, for those who check that no number is missing. */
function ExportYear({ year }: { year: number }) {
  const download = useMutation({
    mutationFn: () => fetchPaper('papers_export_register', { year }),
    onSuccess: (file) => save(file, `register-${year}.xlsx`),
  })
  return (
    <>
      <div className={acts.acts}>
        <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
          Unduh register {year}
        </Button>
      </div>
      {download.error && <Refusal error={download.error} />}
    </>
  )
}
