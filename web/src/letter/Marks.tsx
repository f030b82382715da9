import { serverNow } from '../api/server-clock'
import { Icon } from '../ui/Icon'
import { longDate, time } from '../words/format'
import { urgency } from '../work/words'
import small from '../ui/small.module.css'
import css from './Letter.module.css'
import { isSecret, type Listed, SIFAT, STATES, URGENSI } from './words'

type Marked = Pick<Listed, 'sifat' | 'urgensi' | 'state' | 'due' | 'held_by'>

/** How secret and how urgent a letter is, and where it stands; each by word and shape, not by colour alone. */
export function Marks({ sifat, urgensi, state, due, held_by: heldBy }: Marked) {
  const { tone, mark, word } = urgency(due, serverNow())
  const open = state === 'waiting' || state === 'disposed'
  return (
    <p className={css.marks}>
      {isSecret(sifat) && (
        <span className={`${css.mark} ${css.secret}`}>
          <Icon name="lock" size={16} /> {SIFAT[sifat]}
        </span>
      )}
      {sifat === 'terbatas' && <span className={`${css.mark} ${css.restricted}`}>{SIFAT.terbatas}</span>}
      {urgensi !== 'biasa' && (
        <span className={`${css.mark} ${urgensi === 'amat_segera' ? css.urgent : css.soon}`}>
          <Icon name="warning" size={16} /> {URGENSI[urgensi]}
        </span>
      )}
      <span className={`${css.mark} ${state === 'done' ? css.done : state === 'cancelled' ? css.over : ''}`}>
        <Icon name={state === 'done' ? 'circleCheck' : state === 'cancelled' ? 'cancelled' : 'clock'} size={16} /> {STATES[state]}
      </span>
      {open && heldBy && <span className={small.quiet}>di tangan {heldBy}</span>}
      {open && (
        <span className={`${css.mark} ${tone === 'late' ? css.urgent : ''}`} title={`${longDate(due)} ${time(due)}`}>
          <span aria-hidden="true">{mark}</span> {word}
        </span>
      )}
    </p>
  )
}
