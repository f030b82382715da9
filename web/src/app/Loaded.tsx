import type { ReactNode } from 'react'
import type { Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Failure, Loading, NotFound, NotPermitted, WhoCanHelp } from '../ui/states'
import { time } from '../words/format'
import css from './Loaded.module.css'

interface Query<Data> {
  data: Data | undefined
  error: Problem | null
  dataUpdatedAt: number
  refetch: () => unknown
}

interface LoadedProps<Data> {
  query: Query<Data>
  /** How many rows the outline has while loading. */
  rows?: number
  children: (data: Data) => ReactNode
}

/** What a query answered, or the state it is in. What was loaded before stays while it is asked again. */
export function Loaded<Data>({ query, rows, children }: LoadedProps<Data>) {
  const { data, error, refetch, dataUpdatedAt } = query
  if (data !== undefined) {
    return (
      <>
        {error && (
          <p className={css.old} role="status">
            Data per {time(dataUpdatedAt)}. {error.message}{' '}
            <Button look="text" onClick={() => void refetch()}>
              Coba lagi
            </Button>
          </p>
        )}
        {children(data)}
      </>
    )
  }
  if (!error) return <Loading {...(rows && { rows })} />
  if (error.status === 404) return <NotFound />
  if (error.status === 403) {
    return (
      <NotPermitted title={error.message}>
        <p>{error.detail}</p>
        <WhoCanHelp problem={error} />
      </NotPermitted>
    )
  }
  return <Failure problem={error} onRetry={() => void refetch()} />
}
