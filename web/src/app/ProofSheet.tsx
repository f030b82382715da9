import { type FormEvent, useEffect, useState } from 'react'
import { command } from '../api/client'
import { asProblem, type Problem } from '../api/problem'
import { useSession } from '../api/session'
import { onProof, useSignInWays } from '../signin/issuer'
import { Button, ButtonLink } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { PasswordField, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useAskedForProof } from './proof'

/** Asks for the password before something that matters. */
export function ProofSheet() {
  const asked = useAskedForProof()
  return asked && <Sheet proved={asked.proved} givenUp={asked.givenUp} />
}

function Sheet({ proved, givenUp }: { proved: () => void; givenUp: () => void }) {
  const [password, setPassword] = useState('')
  const session = useSession()
  const asksForCode = 'person' in session && session.person.second_step
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const issuer = useSignInWays()?.issuer_name
  useEffect(() => (issuer ? onProof(proved) : undefined), [issuer, proved])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = !password || (asksForCode && !code.trim())
    setMissing(incomplete)
    if (incomplete || busy) return
    setBusy(true)
    setProblem(null)
    try {
      await command('portal_prove_again', { password, code: asksForCode ? code.trim() : null }, crypto.randomUUID())
      proved()
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }

  return (
    <Dialog title="Pastikan ini Anda" onClose={givenUp}>
      <p>Setelah itu tindakan Anda dilanjutkan. Lima menit ke depan tidak ditanya lagi.</p>
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
        {asksForCode && (
          <TextField
            label="Kode dua langkah"
            hint="Enam angka dari aplikasi autentikator, atau satu kode cadangan."
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={code}
            onChange={setCode}
            error={missing && !code.trim() ? 'Isi kode dua langkah.' : undefined}
          />
        )}
        {issuer && (
          <p>
            Tidak punya kata sandi di Trowulan?{' '}
            <ButtonLink href="/masuk/buktikan" look="text" newTab>
              Buktikan lewat {issuer}
            </ButtonLink>
          </p>
        )}
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
