import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, command } from '../api/client'
import { asProblem, isPassing, type Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import { merge, same, saysTheSame, type Text } from './merge'

const PAUSE = 1_500
const AGAIN = 10_000
const OTHER = 'Orang lain, atau Anda di perangkat lain,'

interface Known {
  version: number
  text: Text
}

interface Kept {
  known: Known
  text: Text
}

/**
 * A text that is sent a moment after each pause. What another wrote meanwhile is brought together with it; what could
 * not be sent stands on this device until it is.
 */
export function useAutosave(agendaId: string, personId: string, shown: Known) {
  const key = `draf-notulen:${personId}:${agendaId}`
  const [start] = useState(() => begin(read(key), shown))
  const [text, setText] = useState(start.text)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [joined, setJoined] = useState(start.joined)
  const known = useRef<Known>(shown)
  const current = useRef(text)
  const sending = useRef<Promise<boolean> | null>(null)
  current.current = text

  const change = useCallback(
    (part: Partial<Text>) => {
      const next = { ...current.current, ...part }
      current.current = next
      setText(next)
      localStorage.setItem(key, JSON.stringify({ known: known.current, text: next }))
    },
    [key],
  )

  /** Brings what is newer on the server together with what stands here; its version may also be newer alone. */
  const takeOver = useCallback((now: Known, by: string) => {
    const before = known.current
    const both = merge(before.text, current.current, now.text)
    known.current = now
    current.current = both
    setText(both)
    if (!saysTheSame(now.text, before.text)) setJoined(by)
  }, [])

  useEffect(() => {
    if (shown.version > known.current.version && !sending.current) takeOver(shown, OTHER)
  })

  const send = useCallback(async (): Promise<boolean> => {
    while (!same(known.current.text, current.current)) {
      const sent = current.current
      try {
        const body = { agenda_id: agendaId, version: known.current.version, text: sent }
        const { version } = await command('eagenda_write_notulen', body, crypto.randomUUID())
        known.current = { version, text: sent }
        setProblem(null)
      } catch (error) {
        const refused = asProblem(error)
        if (refused.slug !== 'stale') {
          setProblem(refused)
          return false
        }
        const theirs = await ask('eagenda_show_notulen', { agenda_id: agendaId }).catch(() => null)
        if (!theirs?.text) return false
        takeOver({ version: theirs.version, text: theirs.text }, refused.fact('changed_by') || OTHER)
      }
    }
    localStorage.removeItem(key)
    setSavedAt(serverNow())
    return true
  }, [agendaId, key, takeOver])

  const save = useCallback((): Promise<boolean> => {
    sending.current ??= send().finally(() => (sending.current = null))
    return sending.current
  }, [send])

  const waits = problem !== null && isPassing(problem)
  useEffect(() => {
    if (same(known.current.text, text)) return
    const timer = setTimeout(() => void save(), waits ? AGAIN : PAUSE)
    return () => clearTimeout(timer)
  }, [text, save, waits])

  return { text, change, save, savedAt, problem, joined, version: () => known.current.version }
}

/** What was typed on this device and never sent goes on from where it was. */
function begin(kept: Kept | null, shown: Known): { text: Text; joined: string } {
  if (!kept || same(kept.text, shown.text)) return { text: shown.text, joined: '' }
  const text = merge(kept.known.text, kept.text, shown.text)
  return { text, joined: kept.known.version === shown.version ? '' : OTHER }
}

function read(key: string): Kept | null {
  return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
}
