import { useEffect } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import type { IconName } from '../ui/icons/icons'
import { Page } from '../ui/Page'
import { Empty, Loading } from '../ui/states'
import { clockWithSeconds, shortDate } from '../words/format'
import css from './QueuePage.module.css'
import { drop, type KeptScan, load, sendAll, useQueue } from './queue'

const STATE = {
  waiting: ['clock', 'Menunggu'],
  sending: ['retry', 'Mengirim…'],
  sent: ['circleCheck', 'Terkirim'],
  refused: ['circleX', 'Ditolak'],
} as const satisfies Record<string, [IconName, string]>

/** *Antrean kirim*: what this device keeps until there is a network, and what became of it. */
export default function QueuePage() {
  const { scans, sending, waiting, isRead } = useQueue()
  useEffect(() => void load().catch(() => undefined), [])
  return (
    <Page
      title="Antrean kirim"
      narrow
      actions={
        waiting > 0 && (
          <Button look="primary" icon="retry" busy={sending !== null} onClick={() => void sendAll()}>
            Kirim sekarang
          </Button>
        )
      }
    >
      {!isRead ? (
        <Loading rows={1} />
      ) : scans.length === 0 ? (
        <Empty title="Semua beres. Tidak ada yang menunggu dikirim." />
      ) : (
        <>
          <p>Pindaian tanpa sinyal dikirim sendiri begitu ada jaringan. Jamnya adalah jam perangkat ini.</p>
          <ul className={css.list} aria-label="Antrean kirim">
            {scans.map((scan) => (
              <Scan key={scan.nonce} scan={scan} isSending={scan.nonce === sending} />
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

function Scan({ scan, isSending }: { scan: KeptScan; isSending: boolean }) {
  const { agendaId, code, scannedAt, state, said, nonce } = scan
  const [icon, word] = STATE[isSending ? 'sending' : state]
  return (
    <li className={css.scan}>
      <p className={`${css.state} ${css[state]}`}>
        <Icon name={icon} /> {word}
      </p>
      <h2>{said?.title ?? (agendaId ? 'Pindaian kode layar aula' : `Kode ${code}`)}</h2>
      {said && <p>{said.detail}</p>}
      <p className={`${css.when} figures`}>
        Dipindai {shortDate(scannedAt)} pukul {clockWithSeconds(scannedAt)}
      </p>
      {state !== 'waiting' && (
        <div>
          <Button onClick={() => void drop(nonce)}>Hapus dari daftar</Button>
        </div>
      )}
    </li>
  )
}
