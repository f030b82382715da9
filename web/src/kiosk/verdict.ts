/** What the kiosk's screen says, in a word that is read from two metres away. */
import type { IconName } from '../ui/icons/icons'
import { clock } from '../words/format'
import type { Judgement } from './judge'
import type { KioskScan, Taken } from './store'

export interface KioskVerdict {
  tone: 'success' | 'info' | 'error' | 'warning'
  icon: IconName
  word: string
  name: string
  detail: string
}

const REASON: Record<string, string> = {
  'code-expired': 'KODE KEDALUWARSA',
  'device-clock-wrong': 'JAM TIDAK COCOK',
  'not-invited': 'TIDAK DIUNDANG',
  'agenda-is-cancelled': 'AGENDA DIBATALKAN',
  'attendance-not-open': 'BELUM DIBUKA',
  'attendance-over': 'SUDAH DITUTUP',
  'signature-wrong': 'KODE TIDAK SAH',
  'device-unknown': 'PONSEL BELUM TERDAFTAR',
  'device-replaced': 'PONSEL SUDAH DIGANTI',
  'person-unknown': 'PEGAWAI TIDAK DITEMUKAN',
  'person-suspended': 'AKUN DINONAKTIFKAN',
  'by-hand-not-allowed': 'KIOS TANPA PETUGAS',
  'sent-too-late': 'TERLALU LAMBAT TERKIRIM',
}

/** What the server said. */
export function accepted(taken: Taken): KioskVerdict {
  const { person_name: name, attended_at: at, refusal } = taken
  if (taken.outcome === 'refused') return refused(refusal?.slug ?? '', name, refusal?.detail ?? '', refusal?.title)
  if (taken.outcome === 'already') {
    return { tone: 'info', icon: 'info', word: `SUDAH HADIR ${clock(at ?? '')}`, name, detail: '' }
  }
  if (taken.outcome === 'left') {
    return { tone: 'success', icon: 'check', word: 'PULANG TERCATAT', name, detail: `Pukul ${clock(at ?? '')} WIB` }
  }
  return { tone: 'success', icon: 'check', word: 'HADIR TERCATAT', name, detail: `Pukul ${clock(at ?? '')} WIB` }
}

/** What the kiosk says by itself while the server can't be asked. */
export function byItself(judgement: Judgement): KioskVerdict {
  const { name } = judgement
  if (judgement.is === 'bad') return refused(judgement.slug, name, judgement.detail)
  const detail = judgement.is === 'good' ? 'Dikirim saat jaringan kembali.' : 'Diperiksa saat jaringan kembali.'
  return { tone: 'warning', icon: 'cloud', word: 'TERSIMPAN DI KIOS', name, detail }
}

/** A reader read something else. */
export const NO_CODE: KioskVerdict = {
  tone: 'info',
  icon: 'scan',
  word: 'BUKAN KODE SAYA',
  name: '',
  detail: 'Buka Trowulan, Pindai, lalu Kode saya.',
}

function refused(slug: string, name: string, detail: string, title = ''): KioskVerdict {
  const reason = REASON[slug] ?? (title.replace(/\.$/, '').toUpperCase() || 'COBA LAGI')
  return { tone: 'error', icon: 'close', word: `DITOLAK: ${reason}`, name: name === 'Tidak dikenal' ? '' : name, detail }
}

/** How a scan stands in the list of the last ones. */
export function standing({ taken, scannedAt }: KioskScan): { icon: IconName; words: string } {
  if (!taken) return { icon: 'cloud', words: `${clock(scannedAt)} · menunggu dikirim` }
  if (taken.outcome === 'refused') return { icon: 'close', words: `${clock(scannedAt)} · ${taken.refusal?.title ?? 'Ditolak.'}` }
  if (taken.outcome === 'already') return { icon: 'info', words: `sudah hadir ${clock(taken.attended_at ?? '')}` }
  return { icon: 'check', words: `${clock(scannedAt)} · ${taken.outcome === 'left' ? 'pulang' : 'hadir'}` }
}
