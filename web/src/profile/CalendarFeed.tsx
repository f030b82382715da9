import { useState } from 'react'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { longDate } from '../words/format'
import css from './ProfilePage.module.css'

type Asking = 'renew' | 'revoke'

/** The secret address at which the calendars of a telephone or a desk read one's agenda. */
export function CalendarFeed() {
  const feed = useAsk('eagenda_show_calendar_feed', {})
  const renew = useCommand('eagenda_renew_calendar_feed')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [address, setAddress] = useState('')

  const make = () =>
    renew.mutate(
      {},
      {
        onSuccess: (made) => {
          setAsking(null)
          setAddress(made.address)
        },
      },
    )

  return (
    <section className={card.part} aria-labelledby="kalender">
      <h2 id="kalender">Kalender di ponsel dan komputer</h2>
      <p>
        Agenda Anda dapat tampil di aplikasi kalender lain, lewat satu alamat rahasia milik Anda. Agenda rahasia tidak ikut.
      </p>
      <Loaded query={feed} rows={1}>
        {({ made_at: madeAt, last_used_on: usedOn }) =>
          madeAt ? (
            <>
              <p>
                Alamat dibuat {longDate(madeAt)}.{' '}
                {usedOn ? `Terakhir dibaca ${longDate(usedOn)}.` : 'Belum pernah dibaca.'}
              </p>
              <div className={css.actions}>
                <Button icon="retry" onClick={() => setAsking('renew')}>
                  Ganti alamat
                </Button>
                <Button look="danger" onClick={() => setAsking('revoke')}>
                  Cabut alamat
                </Button>
              </div>
            </>
          ) : (
            <div className={css.actions}>
              <Button icon="link" busy={renew.isPending} onClick={make}>
                Buat alamat kalender
              </Button>
            </div>
          )
        }
      </Loaded>
      {renew.error && !asking && <Notice tone="error" title={renew.error.message} live />}
      {asking === 'renew' && (
        <Dialog title="Ganti alamat kalender?" onClose={() => setAsking(null)}>
          <p>Alamat lama langsung berhenti. Pasang alamat baru di setiap aplikasi kalender Anda.</p>
          {renew.error && <Notice tone="error" title={renew.error.message} live />}
          <DialogActions>
            <Button look="primary" busy={renew.isPending} onClick={make}>
              Ganti alamat
            </Button>
            <Button data-focus-first onClick={() => setAsking(null)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
      {asking === 'revoke' && <Revoke onClose={() => setAsking(null)} />}
      {address && <NewAddress address={address} onClose={() => setAddress('')} />}
    </section>
  )
}

function Revoke({ onClose }: { onClose: () => void }) {
  const revoke = useCommand('eagenda_revoke_calendar_feed')
  return (
    <Dialog title="Cabut alamat kalender?" onClose={onClose}>
      <p>Aplikasi kalender yang memakainya tidak mendapat kabar lagi.</p>
      {revoke.error && <Notice tone="error" title={revoke.error.message} live />}
      <DialogActions>
        <Button
          look="danger"
          busy={revoke.isPending}
          onClick={() =>
            revoke.mutate(
              {},
              {
                onSuccess: () => {
                  onClose()
                  toast('Alamat kalender dicabut.')
                },
              },
            )
          }
        >
          Cabut alamat
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The address, this once, and where it is to be put. */
function NewAddress({ address, onClose }: { address: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false)
  return (
    <Dialog title="Alamat kalender Anda">
      <Notice tone="warning" title="Alamat ini hanya tampil sekali.">
        <p>Siapa pun yang memegangnya dapat membaca agenda Anda. Jangan kirimkan kepada orang lain.</p>
      </Notice>
      <p className={css.address}>
        <code>{address}</code>
      </p>
      <div className={css.actions}>
        <Button
          icon="copy"
          data-focus-first
          onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
        >
          {copied ? 'Tersalin' : 'Salin alamat'}
        </Button>
        <a href={address.replace(/^https?:/, 'webcal:')}>Buka di aplikasi kalender</a>
      </div>
      <ul className={css.apps}>
        <li>iPhone: Pengaturan, Kalender, Akun, Tambah Kalender Langganan.</li>
        <li>Google Kalender: di komputer, Kalender lain, Dari URL.</li>
        <li>Outlook: Tambahkan kalender, Berlangganan dari web.</li>
      </ul>
      <p className={css.dates}>Google dan Outlook membacanya lewat internet, beberapa jam sekali.</p>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Sudah saya salin
        </Button>
      </DialogActions>
    </Dialog>
  )
}
