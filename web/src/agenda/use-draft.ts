import { useEffect, useState } from 'react'
import { type Draft, EMPTY } from './draft'

const PAUSE = 1_000

/** A draft that survives reload, crash and sign-out: kept on this device, under its owner's name, a second after each pause. */
export function useDraft(personId: string) {
  const key = `draf-agenda:${personId}`
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, ...(read(key) ?? {}) }))
  const [savedAt, setSavedAt] = useState<number | null>(null)

  useEffect(() => {
    if (isEmpty(draft)) return
    const timer = setTimeout(() => {
      localStorage.setItem(key, JSON.stringify(draft))
      setSavedAt(Date.now())
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [key, draft])

  return {
    draft,
    savedAt,
    change: (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part })),
    clear: () => {
      localStorage.removeItem(key)
      setDraft(EMPTY)
      setSavedAt(null)
    },
  }
}

function read(key: string): Partial<Draft> | null {
  return JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
}

const isEmpty = (draft: Draft) => JSON.stringify(draft) === JSON.stringify(EMPTY)
