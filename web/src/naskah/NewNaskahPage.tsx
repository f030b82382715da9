import { useLocation, useSearchParams } from 'wouter'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import css from './Naskah.module.css'
import { GROUPS } from './words'

/** Which kind of naskah is begun. */
export default function NewNaskahPage() {
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const answers = search.get('jawab') ?? ''
  const begin = useCommand('eoffice_begin_naskah')
  return (
    <Page title={answers ? 'Jawab surat' : 'Naskah baru'} above={<BackLink href="/surat/keluar">Surat keluar</BackLink>}>
      {begin.error && <Refusal error={begin.error} />}
      {GROUPS.map(({ name, kinds }) => (
        <section key={name} className={css.part} aria-label={name}>
          <h2>{name}</h2>
          <div className={css.kinds}>
            {kinds.map(([kind, title]) => (
              <Button
                key={kind}
                wide
                busy={begin.isPending && begin.variables.kind === kind}
                onClick={() =>
                  begin
                    .mutateAsync({ kind, answers_id: answers })
                    .then(({ naskah_id: id }) => navigate(`/surat/keluar/${id}`, { replace: true }))
                    .catch(() => undefined)
                }
              >
                {title}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Page>
  )
}
