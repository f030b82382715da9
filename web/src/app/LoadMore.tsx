import { Button } from '../ui/Button'
import { number } from '../words/format'
import css from './LoadMore.module.css'

interface LoadMoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
  shown: number
}

/** The foot of a list that comes page by page. */
export function LoadMore({ list, shown }: LoadMoreProps) {
  return (
    <div className={css.foot}>
      <p role="status">Menampilkan {number(shown)}</p>
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Muat lagi
        </Button>
      )}
    </div>
  )
}
