import { Loaded } from '../app/Loaded'
import { useAsk } from '../app/queries'
import { BackLink } from '../ui/BackLink'
import { Page } from '../ui/Page'
import { SpotQuestion } from './SpotQuestion'

/** What a notice of a spot check leads to: the question, and its answer in one press. */
export default function SpotCheckPage({ agendaId }: { agendaId: string }) {
  const own = useAsk('eagenda_show_own_spot_check', { agenda_id: agendaId })
  return (
    <Page title="Cek acak" narrow above={<BackLink href={`/agenda/${agendaId}`}>{own.data?.agenda_title ?? 'Agenda'}</BackLink>}>
      <Loaded query={own}>{(check) => <SpotQuestion check={check} />}</Loaded>
    </Page>
  )
}
