import { Icon } from '../ui/Icon'
import css from './SeriesMark.module.css'

/** That an agenda is one of a series. */
export function SeriesMark() {
  return (
    <span className={css.mark}>
      <Icon name="repeat" size={16} /> Seri
    </span>
  )
}
