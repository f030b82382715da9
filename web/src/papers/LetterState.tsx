import { Icon } from '../ui/Icon'
import stateMark from '../ui/state-mark.module.css'
import css from './Papers.module.css'
import { type State, stateOf } from './words'

/** What became of a number: an icon and a word. */
export function LetterState({ state }: { state: State }) {
  const [icon, words] = stateOf(state)
  return (
    <span className={`${stateMark.state} ${css.state}`} data-state={state}>
      <Icon name={icon} size={16} /> {words}
    </span>
  )
}
