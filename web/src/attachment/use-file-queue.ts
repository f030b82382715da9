import { useEffect, useRef, useState } from 'react'
import { asProblem, isPassing } from '../api/problem'
import { type PutLink, putFile } from '../api/put-file'
import { type FileLimits, mistakeOf, sha256 } from './files'

/** A file on its way: it waits for those before it, is sent, is looked at by the server; or it stays, refused. */
export interface Sending {
  id: string
  file: File
  phase: 'waiting' | 'sending' | 'checking' | 'refused'
  /** How much of it has left, 0 to 1. */
  sent: number
  mistake: string
  /** Refused by chance (the network, a lost file), not for what it is: sending it again may help. */
  again: boolean
}

/** What the server is told of a file before it comes. */
export interface Announced {
  name: string
  size: number
  sha256: string
}

/** How files of one purpose are announced, and what is done with one that has come. */
export interface FileQueue<B extends PutLink> {
  begin: (file: Announced) => Promise<B>
  finish: (begun: B, file: File) => Promise<unknown>
  limits: FileLimits
}

const BY_CHANCE = new Set(['file-not-taken', 'upload-missing', 'upload-differs'])

/** Sends files one after the other, so that the first ones are there soon also on a slow line. */
export function useFileQueue<B extends PutLink>({ begin, finish, limits }: FileQueue<B>) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const queue = useRef(Promise.resolve())
  const running = useRef(new Map<string, AbortController>())

  // Whoever leaves the page has given up what is still on its way.
  useEffect(() => {
    const controllers = running.current
    return () => controllers.forEach((controller) => controller.abort())
  }, [])

  const change = (id: string, changes: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)))

  function drop(id: string) {
    running.current.get(id)?.abort()
    running.current.delete(id)
    setSendings((all) => all.filter((one) => one.id !== id))
  }

  async function send({ id, file }: Sending, { signal }: AbortController) {
    if (signal.aborted) return
    try {
      change(id, { phase: 'sending' })
      const begun = await begin({ name: file.name, size: file.size, sha256: await sha256(file) })
      await putFile(begun, file, (sent) => change(id, { sent }), signal)
      change(id, { phase: 'checking', sent: 1 })
      await finish(begun, file)
      drop(id)
    } catch (error) {
      if (signal.aborted) return
      const problem = asProblem(error)
      const detail = problem.fieldErrors[0]?.detail ?? `${problem.message} ${problem.detail}`
      change(id, { phase: 'refused', mistake: detail.trim(), again: isPassing(problem) || BY_CHANCE.has(problem.slug) })
    }
  }

  function enqueue(sending: Sending) {
    const controller = new AbortController()
    running.current.set(sending.id, controller)
    queue.current = queue.current.then(() => send(sending, controller))
  }

  function add(files: Iterable<File>) {
    const added = Array.from(files, (file): Sending => {
      const mistake = mistakeOf(file, limits) ?? ''
      return { id: crypto.randomUUID(), file, phase: mistake ? 'refused' : 'waiting', sent: 0, mistake, again: false }
    })
    setSendings((all) => [...all, ...added])
    added.filter(({ phase }) => phase === 'waiting').forEach(enqueue)
  }

  function retry(sending: Sending) {
    change(sending.id, { phase: 'waiting', sent: 0, mistake: '', again: false })
    enqueue(sending)
  }

  return { sendings, add, drop, retry }
}
