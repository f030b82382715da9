import { useId } from 'react'
import checkRow from '../ui/check-row.module.css'
import css from './SeriesScope.module.css'

export type Scope = 'this' | 'onwards'

interface SeriesScopeProps {
  label: string
  /** What happens to the days after this one. */
  hint: string
  scope: Scope
  onChange: (scope: Scope) => void
}

/** For which days of a series a change holds. */
export function SeriesScope({ label, hint, scope, onChange }: SeriesScopeProps) {
  const name = useId() // a page may ask twice, once in a dialog
  const scopes = [
    ['this', 'Hanya tanggal ini', ''],
    ['onwards', 'Tanggal ini dan seterusnya', hint],
  ] as const
  return (
    <fieldset className={css.scope}>
      <legend>{label}</legend>
      {scopes.map(([value, words, more]) => (
        <label key={value} className={checkRow.row}>
          <input type="radio" name={name} checked={scope === value} onChange={() => onChange(value)} />
          <span>
            {words}
            {more && <small>{more}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
