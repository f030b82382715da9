import { type FormEvent, useState } from 'react'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { PasswordField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { longDate, time } from '../words/format'
import css from './ProfilePage.module.css'

/** Change one's own password; the browsers signed in elsewhere are signed out. */
export function Password({ chosenAt, codeBy }: { chosenAt: string | null; codeBy: string | null }) {
  const [open, setOpen] = useState(false)
  return (
    <section className={card.part} aria-labelledby="keamanan">
      <h2 id="keamanan">Keamanan</h2>
      {chosenAt && (
        <p>
          Kata sandi dipilih {longDate(chosenAt)} pukul {time(chosenAt)}
          {codeBy && ` dengan kode dari ${codeBy}`}.{codeBy && ' Bukan Anda? Ganti sekarang.'}
        </p>
      )}
      {open ? (
        <Form onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>Ganti kata sandi</Button>
        </div>
      )}
    </section>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [missing, setMissing] = useState(false)
  const change = useCommand('portal_change_password')

  function submit(event: FormEvent) {
    event.preventDefault()
    const incomplete = !current || !wanted
    setMissing(incomplete)
    if (incomplete || change.isPending) return
    change.mutate(
      { current, new: wanted },
      {
        onSuccess: ({ signed_out: others }) => {
          onClose()
          toast(others ? `Kata sandi diganti. ${others} peramban lain dikeluarkan.` : 'Kata sandi diganti.')
        },
      },
    )
  }

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {change.error && (
        <Notice tone="error" title={change.error.message} live>
          {change.error.detail && <p>{change.error.detail}</p>}
        </Notice>
      )}
      <PasswordField
        label="Kata sandi yang sekarang"
        name="current-password"
        autoComplete="current-password"
        required
        value={current}
        onChange={setCurrent}
        error={missing && !current ? 'Isi kata sandi yang sekarang.' : undefined}
      />
      <PasswordField
        label="Kata sandi baru"
        hint="Paling sedikit 15 karakter, misalnya empat kata yang tidak berhubungan."
        name="new-password"
        autoComplete="new-password"
        required
        value={wanted}
        onChange={setWanted}
        error={missing && !wanted ? 'Isi kata sandi baru.' : undefined}
      />
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={change.isPending}>
          Ganti kata sandi
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </div>
    </form>
  )
}
