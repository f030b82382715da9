import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { command } from '../api/client'
import { asProblem, isPassing } from '../api/problem'
import { putFile } from '../api/put-file'
import { mistakeOf, sha256 } from '../attachment/files'

/** A scan on its way to the desk. */
export interface Sending {
  id: string
  file: File
  phase: 'waiting' | 'sending' | 'checking' | 'refused'
  sent: number
  mistake: string
  /** Refused by chance, not for what it is: sending it again may help. */
  again: boolean
}

const ENDINGS = ['pdf', 'jpg', 'jpeg', 'png']
export const ACCEPTED = ENDINGS.map((ending) => `.${ending}`).join(',')
const BY_CHANCE = new Set(['file-not-taken', 'upload-missing', 'upload-differs'])

/** Sends scans one after the other, so that the first can be registered while the rest are on their way. */
export function useLetterScans(largest: number) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const client = useQueryClient()
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
      const announced = { name: file.name, size: file.size, sha256: await sha256(file) }
      const begun = await command('eoffice_begin_letter_scan', announced, crypto.randomUUID())
      await putFile(begun, file, (sent) => change(id, { sent }), signal)
      change(id, { phase: 'checking', sent: 1 })
      await command('eoffice_finish_letter_scan', { scan_id: begun.scan_id }, begun.scan_id)
      drop(id)
      await client.invalidateQueries({ queryKey: ['eoffice_list_letter_scans'] })
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
      const mistake = mistakeOf(file, { endings: ENDINGS, largest }) ? tooWrong(file, largest) : ''
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

/** Why the server would not take it, in its own words for letters. */
function tooWrong(file: File, largest: number): string {
  const words = mistakeOf(file, { endings: ENDINGS, largest }) ?? ''
  return words.startsWith('Jenis') ? 'Jenis berkas ini tidak diterima. Pindai menjadi PDF, atau pilih foto JPEG atau PNG.' : words
}
