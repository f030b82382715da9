import { type FormEvent, useState } from 'react'
import { command } from '../api/client'
import { asProblem, type Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { PasswordField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useAskedForProof } from './proof'

/** Asks for the password before something that matters. */
export function ProofSheet() {
  const asked = useAskedForProof()
  return asked && <Sheet proved={asked.proved} givenUp={asked.givenUp} />
}

function Sheet({ proved, givenUp }: { proved: () => void; givenUp: () => void }) {
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!password)
    if (!password || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await command('portal_prove_again', { password }, crypto.randomUUID())
      proved()
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }

  return (
    <Dialog title="Pastikan ini Anda" onClose={givenUp}>
      <p>Isi kata sandi Anda, lalu tindakan ini dilanjutkan. Lima menit ke depan tidak ditanya lagi.</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {problem && (
          <Notice tone="error" title={problem.message} live>
            {problem.detail && <p>{problem.detail}</p>}
          </Notice>
        )}
        <PasswordField
          label="Kata sandi Anda"
          name="current-password"
          autoComplete="current-password"
          required
          data-focus-first
          value={password}
          onChange={setPassword}
          error={missing && !password ? 'Isi kata sandi Anda.' : undefined}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={busy}>
            Lanjutkan
          </Button>
          <Button onClick={givenUp}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
