import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { askInBody } from '../api/client'
import { asProblem } from '../api/problem'
import small from '../ui/small.module.css'
import { number, outOf } from '../words/format'
import css from './Naskah.module.css'
import type { Says } from './words'

const PAUSE = 300

/** The pages of what is typed, drawn by the press that prints it. */
export function Preview({ naskahId, says }: { naskahId: string; says: Says }) {
  // Compared as text: an object is a new one each time.
  const [settled] = useDebouncedValue(JSON.stringify(says), PAUSE)
  const preview = useQuery({
    queryKey: ['pratinjau-naskah', naskahId, settled],
    queryFn: ({ signal }) => askInBody('eoffice_preview_naskah', { naskah_id: naskahId, says: JSON.parse(settled) as Says }, signal),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  const pages = preview.data?.pages ?? []
  return (
    <section className={css.preview} aria-labelledby="pratinjau">
      <h2 id="pratinjau">
        Pratinjau{pages.length > 1 && <span className={small.quiet}> {number(pages.length)} halaman</span>}
      </h2>
      {preview.error && (
        <p className={small.quiet} role="status">
          Pratinjau menunggu isian yang benar. {preview.error.fieldErrors[0]?.detail ?? asProblem(preview.error).message}
        </p>
      )}
      <div className={css.pages} data-old={preview.isPlaceholderData || undefined}>
        {pages.length === 0 && <div className={`${css.page} ${css.waiting}`} />}
        {pages.map((page, place) => (
          <Drawing key={place} page={page} alt={`Halaman ${outOf(place + 1, pages.length)}, seperti yang akan tercetak`} />
        ))}
      </div>
    </section>
  )
}

function Drawing({ page, alt }: { page: string; alt: string }) {
  const [source, setSource] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))
    setSource(url)
    return () => URL.revokeObjectURL(url)
  }, [page])
  return <div className={css.page}>{source && <img src={source} alt={alt} />}</div>
}
