import { useState } from 'react'
import { Refusal } from '../agenda/Refusal'
import { useCommand } from '../app/queries'
import { toast, toastWhenDone } from '../app/toast'
import { ReasonDialog } from '../notulen/ReasonDialog'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { PostField } from './PostField'
import type { Naskah } from './words'

interface TurnProps {
  naskah: Naskah
  version: number
  onClose: () => void
}

export const approvedWords = (heldBy: string[]) => (heldBy.length > 0 ? `Paraf tercatat. Berikutnya: ${heldBy.join(', ')}.` : 'Paraf tercatat.')

/** Asks what is to be changed, and to whom the naskah goes back. */
export function ReturnDialog({ naskah, version, onClose }: TurnProps) {
  const give = useCommand('eoffice_return_naskah')
  const turn = naskah.chain.find((it) => it.state === 'asked')
  const hasPrevious = (turn?.order ?? 1) > 1
  const [to, setTo] = useState<'drafter' | 'previous'>('drafter')
  const previous = naskah.chain.filter((it) => it.order === (turn?.order ?? 1) - 1).map((it) => it.title)
  return (
    <ReasonDialog
      title={to === 'drafter' ? 'Kembalikan ke konseptor' : 'Kembalikan ke pemeriksa sebelumnya'}
      about={
        to === 'drafter'
          ? `${naskah.drafter_name} memperbaiki, lalu pemeriksaan mulai dari awal.`
          : `${previous.join(', ')} memeriksa lagi, lalu naskah kembali kepada Anda.`
      }
      label="Yang perlu diperbaiki"
      act="Kembalikan"
      least={3}
      most={1000}
      command={give}
      onSend={(note) => give.mutateAsync({ naskah_id: naskah.id, version, to, note })}
      said="Naskah dikembalikan."
      onClose={onClose}
    >
      {hasPrevious && (
        <Button look="text" onClick={() => setTo(to === 'drafter' ? 'previous' : 'drafter')}>
          {to === 'drafter' ? 'Kembalikan ke pemeriksa sebelumnya saja' : 'Kembalikan ke konseptor'}
        </Button>
      )}
    </ReasonDialog>
  )
}

/** Asks which post is to check the naskah too. */
export function AddCheckerDialog({ naskah, version, onClose }: TurnProps) {
  const add = useCommand('eoffice_add_checker')
  return (
    <Dialog title="Tambah pemeriksa" onClose={onClose}>
      <p>
        {naskah.my_turn === 'sign' ? 'Ia memeriksa lebih dahulu, lalu naskah kembali kepada Anda.' : 'Ia memeriksa sesudah paraf Anda, sebelum pemeriksa berikutnya.'}
      </p>
      {add.error && <Refusal error={add.error} />}
      <PostField
        label="Jabatan"
        onChoose={(post) =>
          toastWhenDone(add.mutateAsync({ naskah_id: naskah.id, version, position_id: post.position_id }), ({ title }) => `${title} ikut memeriksa.`, onClose)
        }
      />
    </Dialog>
  )
}

/** Puts the paraf under a naskah; a note is not asked for. */
export function useApprove(naskah: Naskah, version: number) {
  const approve = useCommand('eoffice_approve_naskah')
  const run = () =>
    approve
      .mutateAsync({ naskah_id: naskah.id, version, note: '' })
      .then(({ held_by: heldBy }) => toast(approvedWords(heldBy)))
      .catch(() => undefined)
  return { run, isPending: approve.isPending, error: approve.error }
}
