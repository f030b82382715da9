import { type FormEvent, useState } from 'react'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toastWhenDone } from '../app/toast'
import { Refusal } from '../agenda/Refusal'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { PasswordField } from '../ui/Field'
import { longDate } from '../words/format'

const SAID = {
  active: 'Anda dapat menandatangani naskah secara elektronik.',
  'not-enrolled': 'Belum ada sertifikat elektronik.',
  waiting: 'Sertifikat Anda sedang disiapkan penerbitnya.',
  expired: 'Sertifikat Anda sudah berakhir.',
  suspended: 'Sertifikat Anda ditangguhkan penerbitnya.',
  revoked: 'Sertifikat Anda sudah dicabut.',
  unknown: 'Penerbit sertifikat tidak menjawab. Coba lagi nanti.',
} as const

const SHORTEST = 8

/** *Tanda tangan elektronik*: whether I can sign, and how I come to it. */
export function Signing() {
  const shown = useAsk('portal_show_signing', {})
  const [making, setMaking] = useState(false)
  return (
    <section className={card.part} aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">Tanda tangan elektronik</h2>
      <Loaded query={shown} rows={1}>
        {({ state, ends_at: endsAt, is_own: isOwn }) => (
          <>
            <p>
              {SAID[state]}
              {state === 'active' && endsAt && ` Berlaku sampai ${longDate(endsAt)}.`}
            </p>
            {isOwn && (
              <div>
                <Button onClick={() => setMaking(true)}>{state === 'active' ? 'Ganti sertifikat…' : 'Buat sertifikat…'}</Button>
              </div>
            )}
            {!isOwn && state === 'not-enrolled' && <p>Daftarkan diri lewat verifikator BSrE di Diskominfo.</p>}
          </>
        )}
      </Loaded>
      {making && <EnrolDialog onClose={() => setMaking(false)} />}
    </section>
  )
}

function EnrolDialog({ onClose }: { onClose: () => void }) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const enrol = useCommand('portal_enrol_signing')
  const short = passphrase.length < SHORTEST
  const differs = passphrase !== again

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!short && !differs) toastWhenDone(enrol.mutateAsync({ passphrase }), () => 'Sertifikat dibuat. Anda dapat menandatangani.', onClose)
  }
  return (
    <Dialog title="Buat sertifikat elektronik" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>Passphrase ini membuka kunci Anda setiap kali menandatangani, dan tidak disimpan di mana pun. Bila lupa, buat sertifikat baru.</p>
        {enrol.error && <Refusal error={enrol.error} />}
        <PasswordField
          label="Passphrase baru"
          autoComplete="new-password"
          data-focus-first
          value={passphrase}
          error={tried && short ? `Isi paling sedikit ${SHORTEST} karakter.` : undefined}
          onChange={setPassphrase}
        />
        <PasswordField
          label="Ulangi passphrase"
          autoComplete="new-password"
          value={again}
          error={tried && !short && differs ? 'Kedua isian tidak sama.' : undefined}
          onChange={setAgain}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={enrol.isPending}>
            Buat sertifikat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
