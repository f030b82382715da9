import type { Answer } from '../api/operations'
import { dayAndDate, isoDate, time } from '../words/format'

export type Notice = Answer<'portal_list_notices'>['items'][number]
export type Kind = Notice['kind']

export const KINDS = {
  'agenda-invited': 'Undangan agenda',
  'agenda-moved': 'Agenda pindah',
  'agenda-cancelled': 'Agenda dibatalkan',
  'agenda-withdrawn': 'Undangan ditarik',
  'agenda-deputy': 'Diminta mewakili',
  'agenda-deputy-declined': 'Wakil tidak dapat hadir',
  'agenda-answer-asked': 'Pengingat menjawab undangan',
  'agenda-tomorrow': 'Pengingat sehari sebelumnya',
  'series-invited': 'Undangan seri agenda',
  'series-moved': 'Seri agenda berubah',
  'series-cancelled': 'Seri agenda dibatalkan',
  'agenda-spot-check': 'Cek acak kehadiran',
  'table-row-approved': 'Usulan tabel disetujui',
  'table-row-rejected': 'Usulan tabel ditolak',
  'rotation-approved': 'Mutasi disetujui',
  'rotation-cancelled': 'Mutasi dibatalkan',
  'done-in-your-name': 'Diselesaikan atas nama Anda',
  'password-chosen': 'Kata sandi dipilih dengan kode',
  'letter-withdrawn': 'Surat keterangan dicabut',
  'mail-given-up': 'Surel tidak terkirim',
  'notulen-returned': 'Notulen dikembalikan',
  'decision-given': 'Tindak lanjut baru',
  'decision-due-soon': 'Tindak lanjut mendekati batas',
  'decision-overdue': 'Tindak lanjut lewat batas',
  'decision-cancelled': 'Tindak lanjut dibatalkan',
  'sertifikat-issued': 'Sertifikat terbit',
  'sertifikat-withdrawn': 'Sertifikat dicabut',
  'disposisi-reported': 'Disposisi dilaporkan selesai',
  'naskah-returned': 'Naskah dikembalikan',
  'naskah-checked': 'Naskah selesai diperiksa',
  'naskah-waits': 'Naskah menunggu terlalu lama',
  'naskah-late': 'Pemeriksaan naskah terlambat',
  'naskah-signed': 'Naskah ditandatangani',
  'naskah-not-signed': 'Tanda tangan belum selesai',
  'naskah-received': 'Surat untuk Anda',
} as const satisfies Record<Kind, string>

const A_MINUTE = 60_000
const AN_HOUR = 60 * A_MINUTE

/** When something happened: how long ago within the hour, else at what time, else on which day. */
export function when(at: string, now: number): string {
  const passed = now - Date.parse(at)
  if (passed < A_MINUTE) return 'baru saja'
  if (passed < AN_HOUR) return `${Math.floor(passed / A_MINUTE)} menit lalu`
  return isoDate(at) === isoDate(now) ? `pukul ${time(at)}` : `${dayAndDate(at)}, ${time(at)}`
}

/** `20.00–06.00 WIB`, or that e-mail never waits. */
export function quietHours(from: number, to: number): string {
  const hour = (it: number) => `${String(it).padStart(2, '0')}.00`
  return from === to ? 'tidak pernah ditahan' : `${hour(from)}–${hour(to)} WIB`
}
