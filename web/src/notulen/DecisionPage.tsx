import { useState } from 'react'
import { Link } from 'wouter'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { Page } from '../ui/Page'
import { DecisionFacts, ReportForm } from './DecisionFacts'
import css from './Notulen.module.css'
import { ReasonDialog } from './ReasonDialog'

/** One decision: for its owner to tell how far it is, for the office to follow. */
export default function DecisionPage({ decisionId }: { decisionId: string }) {
  const shown = useAsk('eagenda_show_decision', { decision_id: decisionId })
  const [cancelling, setCancelling] = useState(false)
  const cancel = useCommand('eagenda_cancel_decision')
  return (
    <Page title="Tindak lanjut" above={<Back toOffice={shown.data?.may_cancel ?? false} />} narrow>
      <Loaded query={shown}>
        {({ decision, version, may_report: mayReport, may_cancel: mayCancel }) => (
          <div className={css.page}>
            <section className={css.card} aria-label="Keputusan">
              <h2>{decision.text}</h2>
              <DecisionFacts decision={decision} />
              {mayCancel && (
                <p>
                  <Link href={`/agenda/${decision.agenda_id}/notulen`}>Buka notulennya</Link>
                </p>
              )}
              {mayCancel && decision.state !== 'done' && decision.state !== 'cancelled' && (
                <div className={css.acts}>
                  <Button look="danger" onClick={() => setCancelling(true)}>
                    Batalkan…
                  </Button>
                </div>
              )}
            </section>
            {mayReport && decision.state !== 'cancelled' && (
              <section className={css.card} aria-labelledby="perkembangan">
                <h2 id="perkembangan">Catat perkembangan</h2>
                <ReportForm decision={decision} version={version} />
              </section>
            )}
            {cancelling && (
              <ReasonDialog
                title="Batalkan tindak lanjut?"
                about={`${decision.owner} diberi tahu, dan tugasnya hilang.`}
                label="Alasan"
                act="Batalkan tindak lanjut"
                least={5}
                danger
                command={cancel}
                onSend={(reason) => cancel.mutateAsync({ decision_id: decision.id, version, reason })}
                said="Tindak lanjut dibatalkan."
                onClose={() => setCancelling(false)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Where whoever reads it comes from: the office from its list, the owner from what waits. */
function Back({ toOffice }: { toOffice: boolean }) {
  return toOffice ? <BackLink href="/tindak-lanjut">Tindak lanjut rapat</BackLink> : <BackLink href="/kerja">Kerja saya</BackLink>
}
