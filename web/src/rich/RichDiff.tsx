import type { Block } from './blocks'
import { compareBlocks, type Piece } from './compare'
import css from './RichText.module.css'

/** What changed between two texts; words and lines say it too, for whoever sees no colours or hears the page. */
export function RichDiff({ before, after }: { before: readonly Block[]; after: readonly Block[] }) {
  const compared = compareBlocks(before, after)
  if (compared.every(({ change }) => change === 'same')) return <p>Tidak ada kata yang berubah.</p>
  return (
    <div className={css.diff}>
      {compared.map(({ pieces }, place) => (
        <p key={place}>
          {pieces.map((piece, at) => (
            <Marked key={at} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Marked({ piece: { text, change } }: { piece: Piece }) {
  if (change === 'added') return <ins><small>[ditambah] </small>{text}</ins>
  if (change === 'removed') return <del><small>[dihapus] </small>{text}</del>
  return text
}
