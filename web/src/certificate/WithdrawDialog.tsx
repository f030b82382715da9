import { type FormEvent, useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast } from '../app/toast'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import type { Certificate } from './CertificateState'
import css from './Certificate.module.css'

const SHORTEST_REASON = 5

export function WithdrawDialog({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const withdraw = useCommand('eagenda_withdraw_sertifikat')
  const isShort = reason.trim().length < SHORTEST_REASON
  const fault = withdraw.error?.fieldErrors[0]

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (isShort || withdraw.isPending) return
    const { agenda_id, person_id } = certificate
    withdraw.mutate(
      { agenda_id, person_id, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose()
          toast('Sertifikat dicabut.')
        },
      },
    )
  }

  return (
    <Dialog title={`Cabut sertifikat ${certificate.name}?`} onClose={onClose}>
      <form className={css.form} onSubmit={submit} noValidate>
        <p>
          Sertifikat {certificate.number} tidak berlaku lagi sejak sekarang. Nomornya tetap tercatat, dan pemiliknya
          diberi tahu. Pencabutan tidak dapat diurungkan.
        </p>
        {withdraw.error && !fault && <Refusal error={withdraw.error} />}
        <TextField
          label="Alasan"
          hint="Tampil bagi siapa pun yang memeriksa sertifikatnya; jangan tulis data pribadi"
          value={reason}
          onChange={setReason}
          error={tried && isShort ? `Isi alasannya, paling sedikit ${SHORTEST_REASON} huruf.` : fault?.detail}
          data-focus-first
        />
        <DialogActions>
          <Button type="submit" look="danger" busy={withdraw.isPending}>
            Cabut sertifikat
          </Button>
          <Button onClick={onClose}>Kembali</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
