import { useAskPages, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import type { Answer } from '../api/operations'
import { Button, ButtonLink } from '../ui/Button'
import { dayAndDate, time } from '../words/format'
import { LoadMore } from '../app/LoadMore'
import acts from '../ui/acts.module.css'
import small from '../ui/small.module.css'
import css from './DraftList.module.css'
import { Refusal } from './Refusal'

type Listed = Answer<'eagenda_list_drafts'>['items'][number]

/** Agendas that letters ask for: nobody is invited before I publish them. Nothing is shown where there are none. */
export function DraftList() {
  const list = useAskPages('eagenda_list_drafts', {})
  const drafts = list.data?.pages.flatMap((page) => page.items) ?? []
  if (drafts.length === 0) return null
  return (
    <section className={css.drafts} aria-labelledby="draf-surat">
      <h2 id="draf-surat">Draf dari surat</h2>
      <ul>
        {drafts.map((draft) => (
          <DraftCard key={draft.id} draft={draft} />
        ))}
      </ul>
      {list.hasNextPage && <LoadMore list={list} shown={drafts.length} />}
    </section>
  )
}

function DraftCard({ draft }: { draft: Listed }) {
  const discard = useCommand('eagenda_discard_draft')
  return (
    <li className={css.draft}>
      <h3>{draft.title}</h3>
      <p className={small.quiet}>
        {draft.source}
        {draft.is_to_attend && ' · untuk dihadiri'}
      </p>
      {draft.starts_at && (
        <p className={small.quiet}>
          {dayAndDate(draft.starts_at)}, {time(draft.starts_at)}
          {draft.place && ` · ${draft.place}`}
        </p>
      )}
      {discard.error && <Refusal error={discard.error} />}
      <div className={acts.below}>
        <ButtonLink href={`/agenda/baru?draf=${draft.id}`}>
          Buat agenda<span className="visually-hidden"> dari {draft.title}</span>
        </ButtonLink>
        <Button
          look="text"
          busy={discard.isPending}
          onClick={() => toastWhenDone(discard.mutateAsync({ draft_id: draft.id }), () => 'Draf dibuang.')}
        >
          Buang draf<span className="visually-hidden"> {draft.title}</span>
        </Button>
      </div>
    </li>
  )
}
