import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ask, command } from '../api/client'
import { asProblem } from '../api/problem'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { PasswordField } from '../ui/Field'
import { Icon } from '../ui/Icon'
import small from '../ui/small.module.css'
import { number } from '../words/format'
import tasks from '../work/Tasks.module.css'
import css from './Naskah.module.css'

/** A naskah that is to be decided, as a list names it; what it says is known where it has been opened. */
export interface ToDecide {
  id: string
  title: string
  about: string
  seen?: { version: number; edition: number }
}

interface DecideManyProps {
  naskah: ToDecide[]
  deed: 'sign' | 'approve'
  /** Called with the ids of those that are done. */
  onClose: (done: string[]) => void
}

type Result = { done: true; said: string } | { done: false; why: string }

const WORDS = {
  sign: { title: 'Tanda tangani', act: 'Tanda tangani', done: 'ditandatangani' },
  approve: { title: 'Paraf', act: 'Paraf', done: 'diparaf' },
} as const

const MOST = 25
/** What every further one would meet too. */
const ENDS = new Set(['wrong-signing-passphrase', 'passphrase-paused', 'certificate-missing'])

/** One naskah or several: one passphrase, each decided by itself, and each says by itself what became of it. */
export function DecideMany({ naskah, deed, onClose }: DecideManyProps) {
  const client = useQueryClient()
  const words = WORDS[deed]
  const some = naskah.slice(0, MOST)
  const [passphrase, setPassphrase] = useState('')
  const [mistake, setMistake] = useState('')
  const [results, setResults] = useState<Record<string, Result>>({})
  const [running, setRunning] = useState('')
  const open = some.filter(({ id }) => !results[id]?.done)
  const done = some.filter(({ id }) => results[id]?.done)
  const failed = some.filter(({ id }) => results[id]?.done === false)

  async function decideAll(event: FormEvent) {
    event.preventDefault()
    if (deed === 'sign' && passphrase === '') {
      setMistake('Isi passphrase sertifikat Anda.')
      return
    }
    setMistake('')
    for (const it of open) {
      setRunning(it.id)
      try {
        const said = await decide(it)
        setResults((before) => ({ ...before, [it.id]: { done: true, said } }))
      } catch (error) {
        const problem = asProblem(error)
        const why = `${problem.message} ${problem.detail}`.trim()
        if (ENDS.has(problem.slug)) {
          setMistake(why)
          setPassphrase('')
          break
        }
        setResults((before) => ({ ...before, [it.id]: { done: false, why } }))
      }
    }
    setRunning('')
  }

  async function decide({ id, seen: known }: ToDecide): Promise<string> {
    const seen = known ?? (await seenNow(id))
    if (deed === 'sign') {
      const body = { naskah_id: id, edition: seen.edition, passphrase }
      const { number: nomor } = await command('eoffice_sign_naskah', body, crypto.randomUUID())
      return `Nomor ${nomor}`
    }
    await command('eoffice_approve_naskah', { naskah_id: id, version: seen.version, note: '' }, crypto.randomUUID())
    return 'Sudah diparaf'
  }

  async function seenNow(id: string) {
    const { naskah: now, version } = await ask('eoffice_show_naskah', { naskah_id: id })
    return { version, edition: now.edition }
  }

  function close() {
    onClose(done.map(({ id }) => id))
    void client.invalidateQueries()
  }

  return (
    <Dialog title={some.length > 1 ? `${words.title} ${number(some.length)} naskah` : words.title} onClose={close}>
      <form onSubmit={(event) => void decideAll(event)} noValidate className={css.pane}>
        <ul className={css.rows} aria-label="Naskah">
          {some.map((it) => (
            <li key={it.id}>
              <strong>{it.title}</strong>
              <p className={small.quiet}>{it.about}</p>
              <Outcome result={results[it.id]} busy={running === it.id} />
            </li>
          ))}
        </ul>
        {naskah.length > MOST && <p>Paling banyak {MOST} sekaligus; sisanya sesudah ini.</p>}
        {deed === 'sign' && open.length > 0 && (
          <>
            <p className={small.quiet}>Nomor ditetapkan saat tanda tangan.</p>
            <PasswordField
              label="Passphrase sertifikat"
              autoComplete="off"
              data-focus-first
              value={passphrase}
              error={mistake || undefined}
              onChange={setPassphrase}
            />
          </>
        )}
        <p role="status">
          {[done.length > 0 && `${number(done.length)} ${words.done}`, failed.length > 0 && `${number(failed.length)} belum`].filter(Boolean).join(' · ')}
        </p>
        <DialogActions>
          {open.length > 0 && (
            <Button type="submit" look="primary" busy={running !== ''}>
              {failed.length > 0 ? `Coba lagi ${number(open.length)}` : some.length > 1 ? `${words.act} ${number(open.length)}` : words.act}
            </Button>
          )}
          <Button onClick={close}>{done.length > 0 ? 'Selesai' : 'Kembali'}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function Outcome({ result, busy }: { result: Result | undefined; busy: boolean }) {
  if (busy) return <p className={small.quiet}>Sedang ditandatangani…</p>
  if (!result) return null
  return result.done ? (
    <p className={tasks.done}>
      <Icon name="circleCheck" size={16} /> {result.said}
    </p>
  ) : (
    <p className={tasks.failed}>
      <Icon name="circleX" size={16} /> {result.why}
    </p>
  )
}
