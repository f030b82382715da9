import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, command } from '../api/client'
import { asProblem, isPassing, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import type { Says } from './words'

const PAUSE = 1_000
const AGAIN = 10_000

interface Known {
  version: number
  says: Says
}

const same = (one: Says, other: Says) => JSON.stringify(one) === JSON.stringify(other)

/**
 * A draft that is sent a moment after each pause. What another wrote meanwhile is told, and neither is lost: whoever types
 * decides which one stays.
 */
export function useDraft(naskahId: string, shown: Known) {
  const [says, setSays] = useState(shown.says)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const known = useRef(shown)
  const current = useRef(says)
  const sending = useRef<Promise<boolean> | null>(null)
  current.current = says

  const change = useCallback((part: Partial<Says>) => setSays((now) => ({ ...now, ...part })), [])

  const send = useCallback(async (): Promise<boolean> => {
    while (!same(known.current.says, current.current)) {
      const sent = current.current
      try {
        const body = { naskah_id: naskahId, version: known.current.version, says: sent }
        const { version } = await command('eoffice_write_naskah', body, crypto.randomUUID())
        known.current = { version, says: sent }
        setProblem(null)
      } catch (error) {
        setProblem(asProblem(error))
        return false
      }
    }
    setSavedAt(serverNow())
    return true
  }, [naskahId])

  const save = useCallback((): Promise<boolean> => {
    sending.current ??= send().finally(() => (sending.current = null))
    return sending.current
  }, [send])

  /** After a conflict: what is stored comes instead of what is typed, or the other way round. */
  const settle = useCallback(
    async (keep: 'stored' | 'typed') => {
      const { naskah, version } = await ask('eoffice_show_naskah', { naskah_id: naskahId })
      known.current = { version, says: naskah.says }
      setProblem(null)
      if (keep === 'stored') setSays(naskah.says)
      else void save()
    },
    [naskahId, save],
  )

  const conflict = problem?.slug === 'stale'
  const waits = problem !== null && isPassing(problem)
  useEffect(() => {
    if (conflict || same(known.current.says, says)) return
    const timer = setTimeout(() => void save(), waits ? AGAIN : PAUSE)
    return () => clearTimeout(timer)
  }, [says, save, waits, conflict])

  const isSaved = same(known.current.says, says)
  useEffect(() => {
    if (isSaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [isSaved])

  return { says, change, save, settle, savedAt, problem, conflict, isSaved, version: () => known.current.version }
}
