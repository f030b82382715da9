/** What the server said to a scan, in the words and the colour that a person at the door reads in a second. */
import type { Answer } from '../api/operations'
import type { Problem } from '../api/problem'
import { serverNow } from '../api/server-clock'
import type { Distance } from '../map/point'
import type { Position } from '../map/position'
import type { IconName } from '../ui/icons/icons'
import { clock, longDate, sentence, time } from '../words/format'

export interface Verdict {
  tone: 'success' | 'info' | 'error' | 'warning'
  icon: IconName
  /** The one word that counts, in capitals. */
  word: string
  /** Who was recorded. */
  name?: string
  lines: string[]
  /** What the one button does: done, scan anew, send the same scan again, show what is kept; null where nothing is left. */
  next: 'done' | 'scan-again' | 'retry' | 'queue' | null
  /** Where the meeting asks for it: sends where this phone is, and answers how far that was, if that is known. */
  locate?: (position: Position) => Promise<Distance | null>
  /** Milliseconds on, off, on: one short, two short, or one long. */
  vibration: number[]
}

type Told = Omit<Recorded, 'asks_position' | 'sitting_id'>
export type Recorded = Answer<'eagenda_record_attendance'>

const ONE_SHORT = [80]
const TWO_SHORT = [80, 80, 80]
const ONE_LONG = [400]

/** Whoever has to scan once more when they leave is told from when on. */
function whenLeaving({ left_at: left, leave_from: from, leave_until: until }: Told, now: number): string {
  if (left || !from || !until) return ''
  if (now >= Date.parse(until)) return 'Jam pulang tidak tercatat: absensi sudah ditutup.'
  return now < Date.parse(from) ? `Pindai lagi saat pulang, mulai pukul ${time(from)}.` : 'Pindai lagi saat pulang.'
}

export function accepted(recorded: Told, now = serverNow()): Verdict {
  const agenda = [recorded.agenda_title, recorded.sitting_title ? `Sesi ${recorded.sitting_title}` : '']
  const leaving = whenLeaving(recorded, now)
  if (recorded.left_at && !recorded.already) {
    return {
      tone: 'success',
      icon: 'check',
      word: 'PULANG TERCATAT',
      name: recorded.person_name,
      lines: [...agenda, `Hadir ${clock(recorded.attended_at)}, pulang ${time(recorded.left_at)}`].filter(Boolean),
      next: 'done',
      vibration: ONE_SHORT,
    }
  }
  if (recorded.already) {
    const left = recorded.left_at ? [`pulang pukul ${time(recorded.left_at)}`] : []
    return {
      tone: 'info',
      icon: 'info',
      word: 'SUDAH TERCATAT',
      name: recorded.person_name,
      lines: [`pukul ${time(recorded.attended_at)}, oleh Anda`, ...left, ...agenda, leaving].filter(Boolean),
      next: 'done',
      vibration: TWO_SHORT,
    }
  }
  return {
    tone: 'success',
    icon: 'check',
    word: 'HADIR TERCATAT',
    name: recorded.person_name,
    lines: [
      ...agenda,
      recorded.place,
      `${longDate(recorded.attended_at)}, ${time(recorded.attended_at)}`,
      leaving,
    ].filter(Boolean),
    next: 'done',
    vibration: ONE_SHORT,
  }
}

export function refused(problem: Problem): Verdict {
  const organiser = problem.fact('organiser_name')
  const contact = sentence(`Hubungi penyelenggara${organiser ? `: ${organiser}` : ' agenda'}`)
  switch (problem.slug) {
    case 'code-expired':
      return refusal('KODE KEDALUWARSA', ['Kode sudah berganti.', 'Pindai kode yang sedang tampil.'], 'scan-again')
    case 'ticket-expired':
      return refusal('WAKTU HABIS', ['Waktu mengisi sudah habis.', 'Pindai lagi kode yang sedang tampil.'])
    case 'not-invited':
      return refusal('TIDAK DIUNDANG', ['Anda tidak diundang pada agenda ini.', contact])
    case 'attendance-not-open':
      return refusal('BELUM DIBUKA', [`Absensi dibuka pukul ${time(problem.fact('opens_at'))}.`], 'scan-again')
    case 'attendance-over':
      return refusal('SUDAH DITUTUP', [`Absensi ditutup pukul ${time(problem.fact('closes_at'))}.`, contact])
    case 'agenda-is-cancelled':
      return refusal('AGENDA DIBATALKAN', [sentence(`Alasan: ${problem.fact('reason')}`), contact])
    case 'record-missing':
      return refusal('AGENDA TIDAK ADA', ['Tautan ini bukan dari layar aula yang berlaku.'], 'scan-again')
    case 'unreachable':
      return {
        tone: 'warning',
        icon: 'offline',
        word: 'BELUM TERKIRIM',
        lines: ['Server belum menjawab.', 'Periksa jaringan, lalu coba lagi.'],
        next: 'retry',
        vibration: ONE_LONG,
      }
    default:
      return {
        ...refusal('', [problem.message, problem.detail, problem.requestId ? `Kode: ${problem.requestId}` : ''], 'retry'),
        word: 'BELUM TERCATAT',
      }
  }
}

/** There was no network: the scan is kept here and sent later; whether it counts the organiser then says. */
export const KEPT: Verdict = {
  tone: 'warning',
  icon: 'cloud',
  word: 'TERSIMPAN DI PONSEL',
  lines: ['Dikirim saat ada sinyal.', 'Lalu menunggu konfirmasi penyelenggara.'],
  next: 'queue',
  vibration: TWO_SHORT,
}

/** The page was opened without a code: reloaded in another window, or typed by hand. */
export const NO_CODE: Verdict = {
  tone: 'warning',
  icon: 'scan',
  word: 'PINDAI LAGI',
  lines: ['Tautan ini tidak membawa kode.', 'Pindai kode yang sedang tampil di layar aula.'],
  next: 'scan-again',
  vibration: [],
}

function refusal(reason: string, lines: string[], next: Verdict['next'] = 'done'): Verdict {
  return {
    tone: 'error',
    icon: 'close',
    word: `DITOLAK: ${reason}`,
    lines: lines.filter(Boolean),
    next,
    vibration: ONE_LONG,
  }
}
