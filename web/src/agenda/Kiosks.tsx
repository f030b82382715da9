import { type FormEvent, useState } from 'react'
import type { Answer } from '../api/operations'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { clock, number } from '../words/format'
import css from './AttendanceLists.module.css'
import { Refusal } from './Refusal'

type Kiosk = Answer<'eagenda_list_kiosks'>['items'][number]

const HALF_A_MINUTE = 30_000

export const useKiosks = (agendaId: string, open: boolean) =>
  useAsk('eagenda_list_kiosks', { agenda_id: agendaId }, { refetchInterval: open && HALF_A_MINUTE }).data?.items ?? []

/** The tablets that serve an agenda; one that is lost is taken off it. */
export function Kiosks({ agendaId, kiosks }: { agendaId: string; kiosks: Kiosk[] }) {
  const [revoking, setRevoking] = useState<Kiosk | null>(null)
  return (
    <>
      <ul className={css.cards} aria-label="Kios">
        {kiosks.map((kiosk, index) => (
          <li key={kiosk.kiosk_id} className={css.card}>
            <h2>
              Kios {number(index + 1)}
              {kiosk.attended && ', dengan petugas'}
            </h2>
            <p>
              Dibuka {kiosk.opened_by} pukul {clock(kiosk.opened_at)} · {sent(kiosk)}
            </p>
            {kiosk.revoked ? (
              <p>
                Dicabut {kiosk.revoked.by} pukul {clock(kiosk.revoked.at)}: {kiosk.revoked.reason}
              </p>
            ) : (
              <div className={css.act}>
                <Button onClick={() => setRevoking(kiosk)}>Cabut kios</Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {revoking && <RevokeDialog agendaId={agendaId} kiosk={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

const sent = ({ scan_count: count, last_scan_at: at }: Kiosk) =>
  at ? `${number(count)} pindaian, terakhir pukul ${clock(at)}` : 'belum mengirim pindaian'

function RevokeDialog({ agendaId, kiosk, onClose }: { agendaId: string; kiosk: Kiosk; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const revoke = useCommand('eagenda_revoke_kiosk')

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!reason.trim() || revoke.isPending) return
    revoke.mutate(
      { agenda_id: agendaId, kiosk_id: kiosk.kiosk_id, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast('Kios dicabut.')
        },
      },
    )
  }

  return (
    <Dialog title="Cabut kios ini?" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>
          Perangkatnya tidak dapat mencatat apa pun lagi untuk agenda ini, juga yang belum terkirim. Yang sudah terkirim tetap.
        </p>
        {revoke.error && <Refusal error={revoke.error} />}
        <TextField
          label="Alasan"
          hint="Misalnya: tablet hilang."
          maxLength={200}
          value={reason}
          onChange={setReason}
          error={tried && !reason.trim() ? 'Isi alasannya.' : undefined}
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={revoke.isPending}>
            Cabut kios
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
