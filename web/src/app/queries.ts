/** TanStack Query over the API's operations. */
import {
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { ask, command } from '../api/client'
import type { Answer, Body, Operation, Parameters } from '../api/operations'
import { isPassing, type Problem } from '../api/problem'
import { withProof } from './proof'

const TRIES = 3

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Asking while offline says so at once, where a paused query would only seem to load.
      networkMode: 'always',
      retry: (failed, error) => isPassing(error) && failed < TRIES - 1,
    },
    mutations: { networkMode: 'always' },
  },
})

interface LiveUntil<Data> {
  /** Ask again each so many milliseconds, for as long as what was answered asks for it. */
  refetchInterval?: number | false | ((query: { state: { data: Data | undefined } }) => number | false)
}

export function useAsk<Op extends Operation>(operation: Op, parameters: Parameters<Op>, live: LiveUntil<Answer<Op>> = {}) {
  return useQuery({
    queryKey: [operation, parameters],
    queryFn: ({ signal }) => ask(operation, parameters, signal),
    ...live,
  })
}

type List = Operation & `${string}_list_${string}`

/** A list, page by page. */
export function useAskPages<Op extends List>(operation: Op, parameters: Omit<Parameters<Op>, 'cursor'>, live: LiveUntil<{ pages: Answer<Op>[] }> = {}) {
  return useInfiniteQuery({
    queryKey: [operation, parameters, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask(operation, { ...parameters, ...(pageParam && { cursor: pageParam }) } as Parameters<Op>, signal),
    initialPageParam: '',
    getNextPageParam: (page) => (page as { next_cursor: string | null }).next_cursor,
    ...live,
  })
}

/**
 * Give a command. Sending the same thing once more, after a network that failed or a session that ended, sends the same
 * key, so that the server does it once.
 */
export function useCommand<Op extends Operation>(operation: Op) {
  const client = useQueryClient()
  const attempt = useRef({ body: '', key: '' })
  return useMutation({
    mutationFn: (body: Body<Op>) => {
      const written = JSON.stringify(body)
      if (attempt.current.body !== written) attempt.current = { body: written, key: crypto.randomUUID() }
      return withProof(() => command(operation, body, attempt.current.key))
    },
    onSuccess: () => {
      attempt.current = { body: '', key: '' }
      return client.invalidateQueries()
    },
  })
}
