import { useState } from 'react'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { JobProgress, Refused } from '../jobs/JobProgress'
import acts from '../ui/acts.module.css'
import { BackLink } from '../ui/BackLink'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { number } from '../words/format'
import css from './Import.module.css'

type Shown = Answer<'directory_show_import'>
type Check = NonNullable<Shown['check']>

const A_SECOND = 1_000

/** A file of employees on its way in: its check, then its import. */
export default function ImportPage({ importId }: { importId: string }) {
  const shown = useAsk(
    'directory_show_import',
    { import_id: importId },
    { refetchInterval: ({ state }) => isMoving(state.data) && A_SECOND },
  )
  return (
    <Page
      title={shown.data ? `Impor ${shown.data.name}` : 'Impor pegawai'}
      above={<BackLink href="/administrasi/impor">Impor pegawai</BackLink>}
      narrow
    >
      <Loaded query={shown}>
        {(found) => (
          <div className={css.steps}>
            {found.check && (
              <section className={css.step} aria-labelledby="periksa">
                <h2 id="periksa">Pemeriksaan</h2>
                <div className={css.wide}>
                  <JobProgress job={found.check} live />
                </div>
                {!found.apply && <Decide importId={importId} check={found.check} />}
              </section>
            )}
            {found.apply && (
              <section className={css.step} aria-labelledby="impor">
                <h2 id="impor">Impor</h2>
                <div className={css.wide}>
                  <JobProgress job={found.apply} live />
                </div>
              </section>
            )}
            {!found.check && (
              <Notice tone="warning" title="Berkas ini tidak sampai diperiksa.">
                <ButtonLink href="/administrasi/impor" icon="upload">
                  Unggah lagi
                </ButtonLink>
              </Notice>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function isMoving(shown: Shown | undefined): boolean {
  return shown?.check?.state === 'started' || shown?.apply?.state === 'started'
}

/** What a check leads to: nothing to do, the import, or the choice between a better file and the good rows. */
function Decide({ importId, check }: { importId: string; check: Check }) {
  const [asking, setAsking] = useState(false)
  const apply = useCommand('directory_apply_import')
  const news = check.created + check.changed

  if (check.state === 'started') return null
  if (check.state === 'cancelled' || news === 0) {
    const title = check.state === 'cancelled' ? 'Pemeriksaan dibatalkan.' : 'Tidak ada yang perlu diimpor.'
    return (
      <Notice tone="info" title={title}>
        <ButtonLink href="/administrasi/impor" icon="upload">
          Unggah berkas lain
        </ButtonLink>
      </Notice>
    )
  }

  const start = () =>
    apply.mutate({ import_id: importId, only_good: check.refused > 0 }, { onSuccess: () => setAsking(false) })

  return (
    <>
      {check.refused > 0 && (
        <Notice tone="warning" title={`${number(check.refused)} baris ditolak.`}>
          <p>Perbaiki baris itu di berkas Anda, lalu unggah lagi.</p>
        </Notice>
      )}
      {apply.error && !asking && <Refused error={apply.error} />}
      <div className={acts.acts}>
        {check.refused > 0 ? (
          <>
            <ButtonLink href="/administrasi/impor" look="primary" icon="upload">
              Unggah perbaikan
            </ButtonLink>
            <Button onClick={() => setAsking(true)}>Impor baris yang benar saja</Button>
          </>
        ) : (
          <Button look="primary" busy={apply.isPending} onClick={start}>
            {`Impor ${number(news)} pegawai`}
          </Button>
        )}
      </div>
      {asking && (
        <Dialog title={`Impor tanpa ${number(check.refused)} baris?`} onClose={() => setAsking(false)}>
          <p>
            {number(news)} pegawai diimpor. {number(check.refused)} baris yang ditolak dilewati dan tetap tercatat di
            laporan.
          </p>
          {apply.error && <Refused error={apply.error} />}
          <DialogActions>
            <Button look="primary" busy={apply.isPending} onClick={start}>
              {`Impor ${number(news)} pegawai`}
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}
