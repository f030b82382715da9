/** Which of the codes that the screen holds counts now, and when the code must be covered. */
import type { Answer } from '../api/operations'
import type { IconName } from '../ui/icons/icons'
import { dayAndDate, isoDate, time } from '../words/format'

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
  const name = hall.sitting_title ? `Absensi sesi ${hall.sitting_title}` : 'Absensi'
  if (now < Date.parse(hall.opens_at)) return { icon: 'clock', reason: `${name} dibuka ${opening(hall.opens_at, now)}.` }
  if (now >= Date.parse(hall.closes_at)) return { icon: 'lock', reason: `${name} ditutup pukul ${time(hall.closes_at)}.` }
  if (!slot) {
    return { icon: 'offline', reason: 'Layar ini terlalu lama luring sehingga kodenya habis. Sambungkan lagi ke jaringan.' }
  }
  return null
}

/** On another day, as the next session's may be, the day is told too. */
const opening = (at: string, now: number) =>
  isoDate(at) === isoDate(now) ? `pukul ${time(at)}` : `${dayAndDate(at)} pukul ${time(at)}`
