import { useEffect, useState } from 'react'
import { type Draft, EMPTY } from './draft'

const PAUSE = 1_000

/**
 * A draft that survives reload, crash and sign-out: kept on this device, under its owner's name, a second after each
 * pause. One that begins with something, such as what a letter says, begins with it again when it is deleted.
 */
export function useDraft(personId: string, about = '', first: Draft = EMPTY) {
  const key = keyOf(personId, about)
  const [draft, setDraft] = useState<Draft>(() => ({ ...first, ...(read(key) ?? {}) }))
  const [savedAt, setSavedAt] = useState<number | null>(null)

  useEffect(() => {
    if (isSame(draft, first)) return
    const timer = setTimeout(() => {
      localStorage.setItem(key, JSON.stringify(draft))
      setSavedAt(Date.now())
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [key, draft, first])

  return {
    draft,
    savedAt,
    change: (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part })),
    clear: () => {
      localStorage.removeItem(key)
      setDraft(first)
      setSavedAt(null)
    },
  }
}

const keyOf = (personId: string, about: string) => `draf-agenda:${personId}${about && `:${about}`}`

function read(key: string): Partial<Draft> | null {
  return JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
}

const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other)
