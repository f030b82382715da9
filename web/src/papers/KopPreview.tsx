import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchPaperInBody } from '../api/client'
import type { Body } from '../api/operations'
import { asProblem } from '../api/problem'
import { usePicture } from '../ui/use-picture'
import small from '../ui/small.module.css'
import css from './Papers.module.css'

type Typed = Body<'papers_preview_kop'>

const PAUSE = 500

/** The kop that is typed, drawn by the press that prints it. */
export function KopPreview({ typed }: { typed: Typed }) {
  // Compared as text: an object is a new one each time.
  const [settled] = useDebouncedValue(JSON.stringify(typed), PAUSE)
  const preview = useQuery({
    queryKey: ['papers_preview_kop', settled],
    queryFn: ({ signal }) => fetchPaperInBody('papers_preview_kop', JSON.parse(settled) as Typed, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const source = usePicture(preview.data)
  return (
    <section className={css.preview} aria-labelledby="pratinjau">
      <h2 id="pratinjau">Pratinjau kop</h2>
      <div className={css.sheet} data-old={preview.isPlaceholderData || undefined}>
        {source && <img src={source} alt="Kop seperti yang akan tercetak" />}
      </div>
      {preview.error && (
        <p className={small.quiet} role="status">
          Pratinjau menunggu isian yang benar. {preview.error.fieldErrors[0]?.detail ?? asProblem(preview.error).message}
        </p>
      )}
    </section>
  )
}
