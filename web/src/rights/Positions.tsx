import type { Answer } from '../api/operations'
import card from '../ui/card.module.css'
import css from './Rights.module.css'

type Position = Answer<'directory_list_who_may'>['items'][number]

const ACTING = { definitif: '', plt: ' (Plt.)', plh: ' (Plh.)', pj: ' (Pj.)' } as const satisfies Record<
  Position['holders'][number]['kind'],
  string
>

/** Positions that may do something, with who holds them today. */
export function Positions({ positions }: { positions: Position[] }) {
  return (
    <ul className={card.cards}>
      {positions.map(({ id, title, organisation_name: office, roles, holders }) => (
        <li key={id} className={card.card}>
          <h3 className={css.name}>{title}</h3>
          <p>{office}</p>
          {holders.length > 0 ? (
            <p className={card.plain}>{holders.map(({ name, kind }) => name + ACTING[kind]).join(', ')}</p>
          ) : (
            <p className={css.vacant}>Sedang tidak ada pemegangnya</p>
          )}
          <p>Peran: {roles.join(', ')}</p>
        </li>
      ))}
    </ul>
  )
}
