import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { askInBody } from '../api/client'
import { asProblem } from '../api/problem'
import checkRow from '../ui/check-row.module.css'
import type { Invitee } from './draft'
import css from './InviteBox.module.css'

interface PostResultsProps {
  /** What is searched; empty for nothing. */
  words: string
  /** The day of the meeting, whose holders are named. */
  day: string | null
  isChosen: (post: Invitee) => boolean
  onChoose: (post: Invitee) => void
  onRemove: (post: Invitee) => void
}

/** Single posts that the typed words name: whoever holds one on the day is invited. */
export function PostResults({ words, day, isChosen, onChoose, onRemove }: PostResultsProps) {
  const found = useQuery({
    queryKey: ['eagenda_find_posts', words, day],
    queryFn: ({ signal }) => askInBody('eagenda_find_posts', { text: words, day }, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  const posts = words ? (found.data?.items ?? []) : []
  if (found.error) {
    return <p className={css.failed}>{asProblem(found.error).message}</p>
  }
  if (posts.length === 0) return null
  return (
    <div className={css.results}>
      <ul aria-label="Jabatan">
        {posts.map(({ position_id, title, organisation_name, person_id, name }) => {
          const post: Invitee = {
            position_id,
            person_id,
            name: name || `${title} (kosong)`,
            position_title: title,
            organisation_name,
          }
          return (
            <li key={position_id}>
              <label className={`${checkRow.boxes} ${css.result}`}>
                <input
                  type="checkbox"
                  checked={isChosen(post)}
                  onChange={(event) => (event.target.checked ? onChoose(post) : onRemove(post))}
                />
                <span>
                  <span className={css.name}>Jabatan: {title}</span>
                  <span className={css.position}>
                    {organisation_name} · {name ? `kini ${name}` : 'kini kosong'}
                  </span>
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
