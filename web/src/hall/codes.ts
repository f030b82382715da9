/** Which of the codes that the screen holds counts now, and when the code must be covered. */
import type { Answer } from '../api/operations'
import type { IconName } from '../ui/icons/icons'
import { time } from '../words/format'

export type Hall = Answer<'eagenda_show_hall'>
export type Slot = Hall['codes'][number] & { endsAt: number }

export function slotAt(hall: Hall, now: number): Slot | null {
  for (const code of hall.codes) {
    const startsAt = Date.parse(code.starts_at)
    const endsAt = startsAt + hall.slot_seconds * 1_000
    if (startsAt <= now && now < endsAt) return { ...code, endsAt }
  }
  return null
}

interface Cover {
  icon: IconName
  reason: string
}

/** Why no code may be shown now; null if one may. */
export function coverOf(hall: Hall, slot: Slot | null, now: number): Cover | null {
  if (hall.state === 'cancelled') return { icon: 'cancelled', reason: 'Agenda ini dibatalkan.' }
  if (hall.state === 'closed') return { icon: 'lock', reason: 'Absensi sudah ditutup penyelenggara.' }
  if (now < Date.parse(hall.opens_at)) return { icon: 'clock', reason: `Absensi dibuka pukul ${time(hall.opens_at)}.` }
  if (now >= Date.parse(hall.closes_at)) return { icon: 'lock', reason: `Absensi ditutup pukul ${time(hall.closes_at)}.` }
  if (!slot) {
    return { icon: 'offline', reason: 'Layar ini terlalu lama luring sehingga kodenya habis. Sambungkan lagi ke jaringan.' }
  }
  return null
}
