/** Words for what somebody drawn in a spot check has said. */
import type { Answer } from '../api/operations'
import type { IconName } from '../ui/icons/icons'

export type Reply = Answer<'eagenda_show_own_spot_check'>['reply']

/** As the organiser reads it. */
export const REPLY = {
  asked: { icon: 'clock', word: 'Sedang ditanya' },
  verified: { icon: 'circleCheck', word: 'Terverifikasi' },
  mistaken: { icon: 'warning', word: 'Salah menjawab cek acak' },
  missed: { icon: 'warning', word: 'Tidak menjawab cek acak' },
} as const satisfies Record<Reply, { icon: IconName; word: string }>
