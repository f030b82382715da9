import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { canSign, findStanding, useStanding } from '../offline/device'
import { UseThisDevice } from '../offline/UseThisDevice'
import { Button } from '../ui/Button'
import card from '../ui/card.module.css'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { longDate, shortDate, time } from '../words/format'
import css from './ProfilePage.module.css'

type Device = Answer<'portal_list_devices'>['items'][number]

/** Which device signs what is scanned without a network, and which ones did. */
export function Devices({ personId }: { personId: string }) {
  const devices = useAsk('portal_list_devices', {})
  const client = useQueryClient()
  const standing = useStanding()
  return (
    <section className={card.part} aria-labelledby="perangkat">
      <h2 id="perangkat">Perangkat untuk pindaian luring</h2>
      <p>
        Satu perangkat saja yang menandatangani pindaian tanpa sinyal dan menampilkan{' '}
        <Link href="/kode-saya">Kode saya</Link>.
      </p>
      <Loaded query={devices} rows={1}>
        {({ items }) => {
          const active = items.find((device) => !device.ended_at)
          return (
            <>
              {items.length === 0 && <p>Belum ada perangkat.</p>}
              <ul className={css.positions}>
                {items.map((device) => (
                  <Row key={device.id} device={device} personId={personId} here={standing.is === 'own'} />
                ))}
              </ul>
              {canSign() && standing.is !== 'own' && standing.is !== 'unknown' && (
                <div>
                  <UseThisDevice
                    personId={personId}
                    other={active ?? null}
                    onDone={() => void client.invalidateQueries()}
                  />
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

function Row({ device, personId, here }: { device: Device; personId: string; here: boolean }) {
  const [asking, setAsking] = useState(false)
  const revoke = useCommand('portal_revoke_device')
  const { id, name, enrolled_at: from, ended_at: to, ended_as: how } = device

  function submit() {
    revoke.mutate(
      { device_id: id },
      {
        onSuccess: () => {
          setAsking(false)
          toast(`${name} dicabut.`)
          void findStanding(personId)
        },
      },
    )
  }

  return (
    <li>
      <h3>
        {name}
        {!to && here && ' (perangkat ini)'}
      </h3>
      <p className={css.dates}>
        {to
          ? `${how === 'replaced' ? 'Diganti' : 'Dicabut'} ${shortDate(to)} pukul ${time(to)}`
          : `Terdaftar sejak ${longDate(from)}, ${time(from)}`}
      </p>
      {!to && (
        <Button look="danger" onClick={() => setAsking(true)}>
          Cabut perangkat
        </Button>
      )}
      {asking && (
        <Dialog title={`Cabut ${name}?`} onClose={() => setAsking(false)}>
          <p>Pindaian luring yang belum terkirim dari perangkat itu tidak diterima lagi.</p>
          {revoke.error && <Notice tone="error" title={revoke.error.message} live />}
          <DialogActions>
            <Button look="danger" busy={revoke.isPending} onClick={submit}>
              Cabut perangkat
            </Button>
            <Button data-focus-first onClick={() => setAsking(false)}>
              Kembali
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </li>
  )
}
