import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton } from '../ui/Button'
import { usePicture } from '../ui/use-picture'
import { outOf } from '../words/format'
import small from '../ui/small.module.css'
import css from './Letter.module.css'

interface PagesProps {
  /** What the pages are of, for whoever can't see them. */
  of: string
  pages: number
  id: string
  fetchPage: (page: number) => Promise<Blob>
}

/** The pages of a letter as pictures, one at a time. */
export function Pages({ of, pages, id, fetchPage }: PagesProps) {
  const [page, setPage] = useState(1)
  const picture = useQuery({
    queryKey: ['halaman', id, page],
    queryFn: () => fetchPage(page),
    placeholderData: keepPreviousData,
    staleTime: 'static', // a page never changes, also when something else does
    gcTime: 60_000,
  })
  const source = usePicture(picture.data)
  return (
    <div className={css.pane}>
      <div className={css.sheet} data-old={picture.isPlaceholderData || undefined}>
        {source ? <img src={source} alt={`Halaman ${page} dari ${of}`} /> : <div className={css.waiting} />}
      </div>
      {picture.error && (
        <p className={small.quiet} role="status">
          {picture.error.message} {picture.error.detail}
        </p>
      )}
      {pages > 1 && (
        <div className={css.turn}>
          <IconButton icon="chevronLeft" label="Halaman sebelumnya" onClick={() => setPage(Math.max(1, page - 1))} />
          <span className="figures" role="status">
            Halaman {outOf(page, pages)}
          </span>
          <IconButton icon="chevronRight" label="Halaman berikutnya" onClick={() => setPage(Math.min(pages, page + 1))} />
        </div>
      )}
    </div>
  )
}
