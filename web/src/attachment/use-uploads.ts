import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { command } from '../api/client'
import { asProblem, isPassing } from '../api/problem'
import { putFile } from '../api/put-file'
import { type AttachmentList, mistakeOf, sha256 } from './files'

/** A file on its way: it waits for those before it, is sent, is looked at by the server; or it stays, refused. */
export interface Upload {
  id: string
  file: File
  phase: 'waiting' | 'sending' | 'checking' | 'refused'
  /** How much of it has left, 0 to 1. */
  sent: number
  mistake: string
  /** Refused by chance (the network, a lost file), not for what it is: sending it again may help. */
  again: boolean
}

const BY_CHANCE = new Set(['file-not-taken', 'upload-missing', 'upload-differs'])

/** Sends files one after the other, so that the first ones are there soon also on a slow line. */
export function useUploads(agendaId: string) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const [attached, setAttached] = useState('')
  const client = useQueryClient()
  const queue = useRef(Promise.resolve())
  const running = useRef(new Map<string, AbortController>())

  // Whoever leaves the page has given up what is still on its way.
  useEffect(() => {
    const controllers = running.current
    return () => controllers.forEach((controller) => controller.abort())
  }, [])

  const change = (id: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changes } : one)))

  function drop(id: string) {
    running.current.get(id)?.abort()
    running.current.delete(id)
    setUploads((all) => all.filter((one) => one.id !== id))
  }

  async function send({ id, file }: Upload, { signal }: AbortController) {
    if (signal.aborted) return
    try {
      change(id, { phase: 'sending' })
      const announced = { agenda_id: agendaId, name: file.name, size: file.size, sha256: await sha256(file) }
      const begun = await command('eagenda_begin_upload', announced, crypto.randomUUID())
      await putFile(begun, file, (sent) => change(id, { sent }), signal)
      change(id, { phase: 'checking', sent: 1 })
      const arrived = { agenda_id: agendaId, attachment_id: begun.attachment_id }
      await command('eagenda_finish_upload', arrived, begun.attachment_id)
      drop(id)
      setAttached(file.name)
      await client.invalidateQueries({ queryKey: ['eagenda_list_attachments'] })
    } catch (error) {
      if (signal.aborted) return
      const problem = asProblem(error)
      const detail = problem.fieldErrors[0]?.detail ?? `${problem.message} ${problem.detail}`
      const again = isPassing(problem) || BY_CHANCE.has(problem.slug)
      change(id, { phase: 'refused', mistake: detail.trim(), again })
    }
  }

  function enqueue(upload: Upload) {
    const controller = new AbortController()
    running.current.set(upload.id, controller)
    queue.current = queue.current.then(() => send(upload, controller))
  }

  function add(files: Iterable<File>, limits: AttachmentList) {
    const added = Array.from(files, (file): Upload => {
      const mistake = mistakeOf(file, limits) ?? ''
      return { id: crypto.randomUUID(), file, phase: mistake ? 'refused' : 'waiting', sent: 0, mistake, again: false }
    })
    setUploads((all) => [...all, ...added])
    added.filter(({ phase }) => phase === 'waiting').forEach(enqueue)
  }

  function retry(upload: Upload) {
    change(upload.id, { phase: 'waiting', sent: 0, mistake: '', again: false })
    enqueue(upload)
  }

  return { uploads, attached, add, drop, retry }
}
