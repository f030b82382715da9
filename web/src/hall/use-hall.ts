import { useCallback, useEffect, useState } from 'react'
import { askHall, command } from '../api/client'
import { asProblem, isPassing, Problem } from '../api/problem'
import { currentSession, startSession, useSession } from '../api/session'
import type { Hall } from './codes'

const EACH_SECOND = 1_000
/** An answer that takes longer is as good as none: the codes in hand go on. */
const PATIENCE = 5_000

const SCREEN_ENDED = new Problem({
  title: 'Masa tayang layar ini sudah berakhir.',
  detail: 'Buka lagi layar aula dari akun penyelenggara.',
})

type HallState =
  | { state: 'opening' }
  | { state: 'sign-in' }
  | { state: 'failed'; problem: Problem; retry: () => void }
  | { state: 'showing'; hall: Hall; offline: boolean; link: string }

/** What the screen shows, asked anew each second with the display token. */
export function useHall(agendaId: string): HallState {
  const [token, setToken] = useState(() => takeToken(agendaId))
  const [hall, setHall] = useState<Hall | null>(null)
  const [offline, setOffline] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const session = useSession()

  const open = useCallback(async () => {
    setProblem(null)
    try {
      if (currentSession().state === 'unknown') await startSession()
      if (currentSession().state === 'signed-out') return
      const opened = await command('eagenda_open_hall', { agenda_id: agendaId }, crypto.randomUUID())
      keepToken(agendaId, opened.display_token)
      setToken(opened.display_token)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }, [agendaId])

  useEffect(() => {
    if (!token) void open()
  }, [token, open])

  useEffect(() => {
    if (!token) return
    const stopped = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const poll = async () => {
      try {
        setHall(await askHall(token, AbortSignal.any([stopped.signal, AbortSignal.timeout(PATIENCE)])))
        setOffline(false)
      } catch (error) {
        if (stopped.signal.aborted) return
        if (!isPassing(error)) {
          dropToken(agendaId)
          setProblem(asProblem(error).status === 401 ? SCREEN_ENDED : asProblem(error))
          return
        }
        setOffline(true)
      }
      timer = setTimeout(() => void poll(), EACH_SECOND)
    }
    void poll()
    return () => {
      stopped.abort()
      clearTimeout(timer)
    }
  }, [agendaId, token])

  if (!token && (session.state === 'signed-out' || session.state === 'ended')) return { state: 'sign-in' }
  if (problem) return { state: 'failed', problem, retry: () => void open() }
  if (!hall) return { state: 'opening' }
  return { state: 'showing', hall, offline, link: `${location.origin}/agenda/${agendaId}/layar#${token}` }
}

/**
 * The token may come in the link, in the fragment, which no server logs. It leaves the address bar at once, for this
 * page hangs on a wall where everyone can read; a reload of this tab finds it again.
 */
function takeToken(agendaId: string): string | null {
  const fragment = location.hash.slice(1)
  if (fragment) {
    keepToken(agendaId, fragment)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(storageKey(agendaId))
}

function keepToken(agendaId: string, token: string): void {
  sessionStorage.setItem(storageKey(agendaId), token)
}

function dropToken(agendaId: string): void {
  sessionStorage.removeItem(storageKey(agendaId))
}

const storageKey = (agendaId: string) => `layar:${agendaId}`
