import { useEffect, useState } from 'react'
import type { Person } from '../api/session'
import { QrCode } from '../hall/QrCode'
import { SecondsLeft } from '../hall/SecondsLeft'
import { useWakeLock } from '../hall/use-wake-lock'
import { canSign, findStanding, sign, signingKey, useStanding } from '../offline/device'
import { personalCodeText } from '../offline/signed-text'
import type { DeviceKey } from '../offline/store'
import { UseThisDevice } from '../offline/UseThisDevice'
import { BackLink } from '../ui/BackLink'
import { ButtonLink } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { Page } from '../ui/Page'
import { Loading, useNow } from '../ui/states'
import css from './CodePage.module.css'
import { SLOT, slotAt, writePersonalCode } from './personal-code'

/** *Kode saya*: shown to a kiosk at the door. Made by this phone alone, so it needs no signal. */
export default function CodePage({ person }: { person: Person }) {
  const { key, look } = useOwnKey(person.id)
  return (
    <Page title="Kode saya" narrow above={<BackLink href="/pindai">Pindai</BackLink>}>
      {key === undefined ? <Loading /> : key ? <Code person={person} deviceKey={key} /> : <NoKey personId={person.id} onDone={look} />}
    </Page>
  )
}

function Code({ person, deviceKey }: { person: Person; deviceKey: DeviceKey }) {
  const now = useNow(250)
  const slot = slotAt(now)
  const text = useSigned(deviceKey, slot)
  useWakeLock()
  return (
    <section className={`always-light ${css.card}`} aria-label="Kode untuk kios">
      <div className={css.qr}>{text && <QrCode text={text} label="Kode QR Anda. Tunjukkan ke kamera kios." />}</div>
      <div className={css.below}>
        <div>
          <p className={css.name}>{person.name}</p>
          <p>Tunjukkan ke kamera kios di pintu.</p>
        </div>
        <SecondsLeft until={(slot + 1) * SLOT} now={now} of={SLOT / 1_000} />
      </div>
      <p className={css.note}>
        Kode dibuat ponsel ini, juga tanpa sinyal, dan berganti setiap 30 detik. Jangan kirim gambarnya: layar kios
        menampilkan nama Anda.
      </p>
    </section>
  )
}

function NoKey({ personId, onDone }: { personId: string; onDone: () => void }) {
  const standing = useStanding()
  if (!canSign()) {
    return (
      <Notice tone="warning" title="Kode saya hanya ada pada alamat https.">
        <p>Buka Trowulan lewat alamat https, atau pindai kode di layar aula.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warning" title="Perangkat ini belum terdaftar atas nama Anda.">
      <p>
        Kode saya ditandatangani satu perangkat saja. Daftarkan perangkat ini saat ada sinyal; sebelum itu, pindai kode di
        layar aula, atau minta petugas mencatat Anda.
      </p>
      {standing.is === 'ended' ? (
        <ButtonLink href="/profil">Lihat perangkat di Profil</ButtonLink>
      ) : (
        <UseThisDevice personId={personId} other={standing.is === 'other' ? standing : null} onDone={onDone} />
      )}
    </Notice>
  )
}

/** This device's key for the person: undefined while it is looked for, null where there is none. */
function useOwnKey(personId: string) {
  const [key, setKey] = useState<DeviceKey | null | undefined>()
  const look = () => void signingKey(personId).then(setKey, () => setKey(null))
  useEffect(() => {
    look()
    // Whether another device has taken its place meanwhile is known only where there is a network.
    if (canSign()) findStanding(personId).then(look, () => undefined)
  }, [personId])
  return { key, look }
}

/** The code of a slot; the one before stays until the next is signed. */
function useSigned(key: DeviceKey, slot: number): string | null {
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    const said = { personId: key.personId, deviceId: key.id, slot }
    void sign(key, personalCodeText(said)).then((signature) => {
      if (!left) setText(writePersonalCode({ ...said, signature }))
    })
    return () => void (left = true)
  }, [key, slot])
  return text
}
