import { useLocation } from 'wouter'
import { useAsk, useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { number, outOf } from '../words/format'
import type { Agenda } from './AgendaPage'
import { Refusal } from './Refusal'

/** Closing makes the daftar hadir final: asked once more, with the count that it will have. */
export function CloseDialog({ agenda, onClose }: { agenda: Agenda; onClose: () => void }) {
  const [, navigate] = useLocation()
  const close = useCommand('eagenda_close_attendance')
  const kept = useAsk('eagenda_list_provisional_scans', { agenda_id: agenda.id })
  const waiting = kept.data?.waiting_count ?? 0

  function submit() {
    close.mutate(
      { agenda_id: agenda.id, version: agenda.version, leave_waiting: waiting > 0 },
      {
        onSuccess: ({ present_count: present }) => {
          onClose()
          toast(`Absensi ditutup. ${outOf(present, agenda.invited_count)} hadir.`)
        },
      },
    )
  }

  return (
    <Dialog title="Tutup absensi?" onClose={onClose}>
      <p>
        {agenda.sittings.length > 0
          ? `Absensi ${number(agenda.sittings.length)} sesi ditutup sekaligus.`
          : `${outOf(agenda.present_count, agenda.invited_count)} hadir.`}{' '}
        Sesudah ditutup tidak ada yang dapat memindai lagi, dan
        daftar hadir menjadi versi resmi yang tidak dapat diubah.
      </p>
      {waiting > 0 && (
        <Notice tone="warning" title={`${number(waiting)} pindaian luring menunggu konfirmasi.`}>
          <p>Bila ditutup sekarang, mereka tidak tercatat hadir.</p>
          <Button
            onClick={() => {
              onClose()
              navigate(`/agenda/${agenda.id}/kehadiran?tab=menunggu`)
            }}
          >
            Lihat yang menunggu
          </Button>
        </Notice>
      )}
      {close.error && <Refusal error={close.error} />}
      <DialogActions>
        <Button look="primary" busy={close.isPending} onClick={submit}>
          {waiting > 0 ? 'Tutup tanpa mereka' : 'Tutup absensi'}
        </Button>
        <Button data-focus-first onClick={onClose}>
          Kembali
        </Button>
      </DialogActions>
    </Dialog>
  )
}
