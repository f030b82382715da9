import { useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { Refusal } from '../agenda/Refusal'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { longDate, shortDate, time } from '../words/format'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { type Disposisi, type Recipient, RECIPIENT_STATES } from './words'

const DEEPEST = 3

/** The way of a letter down the tree: who gave what to whom, and where it stands with each. */
export function DisposisiTree({ letterId, disposisi }: { letterId: string; disposisi: Disposisi[] }) {
  const recall = useCommand('eoffice_recall_disposisi')
  return (
    <ol className={css.tree} aria-label="Alur disposisi">
      {disposisi.map((given) => (
        <li key={given.id} className={css.given} data-depth={Math.min(given.depth, DEEPEST)}>
          <p>
            <strong>{given.from_title}</strong>
            <br />
            <span className={small.quiet}>
              {given.from_name}, {longDate(given.given_at)} pukul {time(given.given_at)} · batas {shortDate(given.due)}
            </span>
          </p>
          <p>
            {given.phrases.join('; ')}
            {given.note && (
              <>
                {given.phrases.length > 0 && <br />}“{given.note}”
              </>
            )}
          </p>
          <ul className={css.recipients}>
            {given.recipients.map((it) => (
              <li key={it.position_id} className={css.recipient}>
                <div>
                  <Icon name="chevronRight" size={16} /> {it.title}
                  <Said recipient={it} />
                </div>
                {it.may_recall && (
                  <Button
                    look="text"
                    busy={recall.isPending}
                    onClick={() =>
                      toastWhenDone(
                        recall.mutateAsync({ letter_id: letterId, disposisi_id: given.id, position_id: it.position_id }),
                        () => 'Disposisi ditarik.',
                      )
                    }
                  >
                    Tarik
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
      {recall.error && (
        <li>
          <Refusal error={recall.error} />
        </li>
      )}
    </ol>
  )
}

function Said({ recipient }: { recipient: Recipient }) {
  const { state, read_by: readBy, read_at: readAt, done_by: doneBy, done_at: doneAt, report } = recipient
  const when = state === 'done' ? doneAt : readAt
  const who = state === 'done' ? doneBy : readBy
  return (
    <p className={small.quiet}>
      <span className={state === 'done' ? css.done : state === 'recalled' ? css.over : ''}>{RECIPIENT_STATES[state]}</span>
      {state !== 'recalled' && when && ` ${shortDate(when)} pukul ${time(when)}`}
      {state !== 'recalled' && who && ` oleh ${who}`}
      {report && `: ${report}`}
    </p>
  )
}
