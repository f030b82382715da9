import { type FormEvent, useState } from 'react'
import type { Answer } from '../api/operations'
import { renewSession } from '../api/session'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { QrCode } from '../hall/QrCode'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { longDate, number } from '../words/format'
import css from './SecondStep.module.css'

type Facts = Answer<'portal_show_profile'>['second_step']
type Begun = Answer<'portal_begin_second_step'>

const FEW = 3

/** *Kode dua langkah*: turn it on by scanning a QR code, or off where no role demands it. */
export function SecondStep({ facts }: { facts: Facts }) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [ending, setEnding] = useState(false)
  const begin = useCommand('portal_begin_second_step')
  return (
    <section className={card.part} aria-labelledby="dua-langkah">
      <h2 id="dua-langkah">Kode dua langkah</h2>
      {facts.since ? (
        <>
          <p>
            Aktif sejak {longDate(facts.since)}. Tersisa {number(facts.recovery_codes_left)} kode cadangan.
          </p>
          {facts.recovery_codes_left < FEW && (
            <Notice tone="warning" title="Kode cadangan hampir habis.">
              <p>
                {facts.demanded
                  ? 'Minta administrator Anda mengatur ulang kode dua langkah, lalu aktifkan lagi.'
                  : 'Matikan lalu aktifkan lagi untuk mendapat kode baru.'}
              </p>
            </Notice>
          )}
          {facts.demanded ? (
            <p>Peran Anda memerlukannya, jadi tidak dapat dimatikan.</p>
          ) : (
            <div>
              <Button look="danger" onClick={() => setEnding(true)}>
                Matikan kode dua langkah
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <p>Selain kata sandi, masuk memerlukan kode dari ponsel Anda. Kata sandi yang bocor saja tidak cukup.</p>
          {facts.demanded && <Notice tone="warning" title="Peran Anda memerlukannya sebelum haknya dapat dipakai." />}
          {begin.error && (
            <Notice tone="error" title={begin.error.message} live>
              {begin.error.detail && <p>{begin.error.detail}</p>}
            </Notice>
          )}
          <div>
            <Button busy={begin.isPending} onClick={() => begin.mutate({}, { onSuccess: setBegun })}>
              Aktifkan kode dua langkah
            </Button>
          </div>
        </>
      )}
      {begun && <Enrol begun={begun} onClose={() => setBegun(null)} />}
      {ending && <End onClose={() => setEnding(false)} />}
    </section>
  )
}

function Enrol({ begun, onClose }: { begun: Begun; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [recovery, setRecovery] = useState<string[] | null>(null)
  const confirm = useCommand('portal_confirm_second_step')
  if (recovery) return <RecoveryCodes codes={recovery} onClose={onClose} />

  function submit(event: FormEvent) {
    event.preventDefault()
    setMissing(!code.trim())
    if (!code.trim() || confirm.isPending) return
    confirm.mutate({ code: code.trim() }, { onSuccess: ({ recovery_codes: codes }) => setRecovery(codes) })
  }

  return (
    <Dialog title="Aktifkan kode dua langkah" onClose={onClose}>
      <p>Pindai dengan aplikasi autentikator, misalnya Google Authenticator atau Aegis, lalu isi kode yang tampil.</p>
      <div className={css.qr}>
        <QrCode text={begun.uri} label="Kode QR untuk aplikasi autentikator" />
      </div>
      <details>
        <summary>Tidak dapat memindai?</summary>
        <p>
          Ketik kunci ini di aplikasinya: <span className={css.key}>{begun.secret.match(/.{1,4}/g)?.join(' ')}</span>
        </p>
      </details>
      <form onSubmit={submit} noValidate>
        {confirm.error && (
          <Notice tone="error" title={confirm.error.message} live>
            {confirm.error.detail && <p>{confirm.error.detail}</p>}
          </Notice>
        )}
        <TextField
          label="Kode dari aplikasi"
          hint="Enam angka."
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={setCode}
          error={missing && !code.trim() ? 'Isi enam angka yang tampil.' : undefined}
        />
        <DialogActions>
          <Button type="submit" look="primary" busy={confirm.isPending}>
            Aktifkan
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  function done() {
    onClose()
    // What the second step allows is known to every server within a minute.
    void renewSession().catch(() => undefined)
    toast('Kode dua langkah aktif. Hak yang memerlukannya berlaku paling lambat satu menit lagi.')
  }
  return (
    <Dialog title="Simpan kode cadangan Anda">
      <p>Untuk masuk bila ponsel hilang. Tiap kode sekali pakai dan tidak tampil lagi setelah ditutup.</p>
      <ol className={css.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <DialogActions>
        <Button look="primary" data-focus-first onClick={done}>
          Sudah saya simpan
        </Button>
        <Button icon="copy" onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>
          Salin
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function End({ onClose }: { onClose: () => void }) {
  const end = useCommand('portal_end_second_step')

  function submit() {
    end.mutate(
      {},
      {
        onSuccess: () => {
          onClose()
          void renewSession().catch(() => undefined)
          toast('Kode dua langkah dimatikan.')
        },
      },
    )
  }

  return (
    <Dialog title="Matikan kode dua langkah?" onClose={onClose}>
      <p>Masuk hanya memerlukan kata sandi. Kode cadangan Anda tidak berlaku lagi.</p>
      {end.error && (
        <Notice tone="error" title={end.error.message} live>
          {end.error.detail && <p>{end.error.detail}</p>}
        </Notice>
      )}
      <DialogActions>
        <Button look="danger" busy={end.isPending} onClick={submit}>
          Matikan
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
