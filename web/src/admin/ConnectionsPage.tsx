import { type FormEvent, useState } from 'react'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { Refused } from '../jobs/JobProgress'
import { BackLink } from '../ui/BackLink'
import { Button } from '../ui/Button'
import { TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import css from './Import.module.css'

/** By which address people come here, and whether e-mail leaves; both are set on the server. */
export default function ConnectionsPage() {
  const connections = useAsk('portal_show_connections', {})
  return (
    <Page title="Alamat dan surel" narrow above={<BackLink href="/administrasi">Administrasi</BackLink>}>
      <Loaded query={connections}>
        {(data) => (
          <div className={css.steps}>
            <section className={css.step} aria-labelledby="alamat">
              <h2 id="alamat">Alamat portal</h2>
              <p>{data.public_url}</p>
              {data.leads_here ? (
                <p className={css.facts}>Tercetak pada naskah sebagai kode QR dan alamat pemeriksaan.</p>
              ) : (
                <Notice tone="warning" title="Alamat ini hanya dikenal komputer server.">
                  <p>
                    {data.is_demo
                      ? 'Cukup untuk peragaan: naskahnya bertanda CONTOH.'
                      : 'Naskah ber-QR belum dapat terbit. Jalankan server dengan LAN=1, atau isi TROWULAN_PUBLIC_URL.'}
                  </p>
                </Notice>
              )}
            </section>
            <section className={css.step} aria-labelledby="surel">
              <h2 id="surel">Surel</h2>
              {data.sends_mail ? (
                <TestMail />
              ) : (
                <Notice tone="info" title="Server surel belum disetel.">
                  <p>Isi TROWULAN_SMTP_HOST dan TROWULAN_SMTP_FROM di server, lalu jalankan ulang.</p>
                </Notice>
              )}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function TestMail() {
  const [to, setTo] = useState('')
  const send = useCommand('portal_send_test_mail')
  const fault = send.error?.fieldErrors[0]

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!send.isPending) send.mutate({ to })
  }

  return (
    <form className={`${css.steps} ${css.wide}`} onSubmit={submit} noValidate>
      <TextField
        label="Kirim surel uji ke"
        hint="Misalnya surel Anda sendiri"
        type="email"
        value={to}
        onChange={setTo}
        error={fault?.detail}
      />
      <div>
        <Button type="submit" look="primary" busy={send.isPending}>
          Kirim uji
        </Button>
      </div>
      {send.data && <Notice tone="success" title="Server surel menerimanya. Periksa kotak masuknya." live />}
      {send.error && !fault && <Refused error={send.error} />}
    </form>
  )
}
