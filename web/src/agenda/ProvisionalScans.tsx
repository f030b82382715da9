import { useState } from 'react'
import type { Answer } from '../api/operations'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages, useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import acts from '../ui/acts.module.css'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Empty } from '../ui/states'
import { clock, clockWithSeconds, nip, number } from '../words/format'
import type { Agenda } from './AgendaPage'
import css from './AttendanceLists.module.css'
import { Where } from './PresentList'
import { Refusal } from './Refusal'

export type Scan = Answer<'eagenda_list_provisional_scans'>['items'][number]
type List = ReturnType<typeof useAskPages<'eagenda_list_provisional_scans'>>

/** As many as the server takes at once. */
const MOST_AT_ONCE = 50

/** *Menunggu konfirmasi*: scans that phones kept without a network; nobody of them counts before the organiser says so. */
export function ProvisionalScans({ agenda, list }: { agenda: Agenda; list: List }) {
  const [rejecting, setRejecting] = useState<Scan | null>(null)
  const confirm = useCommand('eagenda_confirm_provisional_scans')
  const open = agenda.state === 'scheduled'

  function submit(scans: Scan[]) {
    confirm.mutate(
      { agenda_id: agenda.id, scan_ids: scans.map(({ id }) => id) },
      { onSuccess: ({ confirmed_count: count }) => toast(`${number(count)} pindaian dikonfirmasi.`) },
    )
  }

  return (
    <Loaded query={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const together = items.slice(0, MOST_AT_ONCE)
        if (items.length === 0) return <Empty title="Tidak ada pindaian luring yang menunggu." />
        return (
          <div className={css.kept}>
            <p>
              Dipindai tanpa sinyal dan dikirim kemudian. Jamnya menurut ponsel masing-masing, dan foto kode dapat dikirim
              orang lain: konfirmasi hanya yang Anda lihat hadir.
            </p>
            {open && items.length > 1 && (
              <div>
                <Button look="primary" icon="check" busy={confirm.isPending} onClick={() => submit(together)}>
                  Konfirmasi {number(together.length)} pindaian
                </Button>
              </div>
            )}
            {confirm.error && <Refusal error={confirm.error} />}
            <ul className={css.cards} aria-label="Menunggu konfirmasi">
              {items.map((scan) => (
                <li key={scan.id} className={css.card}>
                  <ScanWords scan={scan} />
                  {open && (
                    <div className={acts.below}>
                      <Button icon="check" busy={confirm.isPending} onClick={() => submit([scan])}>
                        Konfirmasi<span className="visually-hidden"> {scan.name}</span>
                      </Button>
                      <Button look="danger" onClick={() => setRejecting(scan)}>
                        Tolak<span className="visually-hidden"> {scan.name}</span>
                      </Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
            <LoadMore list={list} shown={items.length} />
            {rejecting && <RejectDialog agendaId={agenda.id} scan={rejecting} onClose={() => setRejecting(null)} />}
          </div>
        )
      }}
    </Loaded>
  )
}

/** Who says that they were in the hall, and by which clock. */
export function ScanWords({ scan }: { scan: Scan }) {
  return (
    <>
      <h2>{scan.name}</h2>
      <p>
        {scan.position_title}, {scan.organisation_name}
      </p>
      {scan.nip && <p className="figures">NIP {nip(scan.nip)}</p>}
      <p>
        Jam ponsel {clockWithSeconds(scan.scanned_at)} · diterima {clockWithSeconds(scan.received_at)} ·{' '}
        {scan.device_name}
      </p>
      <Where distance={scan.distance} />
      {scan.sitting_title && <p>Sesi {scan.sitting_title}</p>}
      {scan.leaving && (
        <p>
          Pindaian pulang{scan.attended_at ? `; hadir tercatat pukul ${clock(scan.attended_at)}` : '; hadirnya menunggu konfirmasi juga'}.
        </p>
      )}
      {scan.attended_at && !scan.leaving && <p>Sudah hadir pukul {clock(scan.attended_at)} dengan cara lain.</p>}
    </>
  )
}

/** Asks for the reason that the person reads. */
export function RejectDialog({ agendaId, scan, onClose }: { agendaId: string; scan: Scan; onClose: () => void }) {
  const reject = useCommand('eagenda_reject_provisional_scan')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  function submit() {
    setMissing(!reason.trim())
    if (!reason.trim()) return
    toastWhenDone(
      reject.mutateAsync({ agenda_id: agendaId, scan_id: scan.id, reason }),
      () => `Pindaian ${scan.name} ditolak.`,
      onClose,
    )
  }

  return (
    <Dialog title="Tolak pindaian luring?" onClose={onClose}>
      <p>
        {scan.leaving ? `Jam pulang ${scan.name} tidak tercatat; ia` : `${scan.name} tidak tercatat hadir dan`} membaca alasan
        Anda.
      </p>
      {reject.error && <Refusal error={reject.error} />}
      <TextField
        label="Alasan"
        name="reason"
        value={reason}
        onChange={setReason}
        error={missing && !reason.trim() ? 'Isi alasannya.' : undefined}
      />
      <DialogActions>
        <Button look="danger" busy={reject.isPending} onClick={submit}>
          Tolak pindaian
        </Button>
        <Button onClick={onClose}>Kembali</Button>
      </DialogActions>
    </Dialog>
  )
}
