/** What the page *Kesehatan* knows by itself: names of the functions behind, and how this device's clock stands. */
import type { Answer } from '../api/operations'
import { remaining } from '../words/format'

export type Health = Answer<'portal_show_health'>
export type Finding = Health['findings'][number]
export type Judgement = Finding['judgement']

/** A hall's codes live for seconds and a sign-in for minutes: a minute is where trouble begins, five are trouble. */
const NOTICED = 60_000
const WRONG = 300_000

/** What works behind the calls, in the office's words; what has none yet is shown by its own name. */
const DEEDS: Partial<Record<string, string>> = {
  directory_compare_employees: 'Memeriksa berkas pegawai',
  directory_forget_accesses: 'Menghapus catatan akses yang lewat masanya',
  directory_forget_import_files: 'Menghapus berkas impor yang lewat masanya',
  directory_refresh_cards: 'Menyesuaikan kartu pencarian dengan hari',
  directory_write_employees: 'Menyimpan data pegawai',
  eagenda_delete_attachment: 'Menghapus lampiran yang dibuang',
  eagenda_discard_attachments: 'Membuang unggahan yang tidak selesai',
  eagenda_file_daftar_hadir: 'Mencetak daftar hadir',
  eagenda_forget_telephones: 'Menghapus nomor telepon tamu',
  eagenda_notify_participants: 'Memberi tahu peserta',
  eagenda_remind_participants: 'Mengingatkan peserta sebelum rapat',
  eagenda_time_reminder: 'Menyetel waktu pengingat',
  portal_deliver_again: 'Mengirim ulang kiriman gagal',
  portal_fire_timers: 'Menjalankan pengatur waktu',
  portal_forget_job_reports: 'Menghapus laporan pekerjaan yang lewat masanya',
  portal_forget_notices: 'Menghapus pemberitahuan lama',
  portal_look_for_mail: 'Mengirim surel yang menunggu',
  portal_look_for_outdated: 'Memeriksa data turunan setelah pembaruan',
  portal_renew_derived: 'Menyusun ulang data turunan',
  portal_sweep_journal: 'Meneruskan peristiwa yang tertinggal',
  portal_sweep_quarantine: 'Membersihkan berkas yang belum diterima',
  portal_write_digests: 'Menulis ringkasan harian',
}

export const deed = (target: string) => DEEDS[target] ?? target

/** The clock of this device beside the server's; `lag` in milliseconds, negative when it is ahead. */
export function deviceClock(lag: number): Finding {
  const about = 'Jam perangkat ini'
  const off = Math.abs(lag)
  if (off < NOTICED) return { about, says: 'Sama dengan jam server', judgement: 'well', advice: '' }
  return {
    about,
    says: `${remaining(off)} ${lag > 0 ? 'lebih lambat dari' : 'lebih cepat dari'} jam server`,
    judgement: off < WRONG ? 'watch' : 'bad',
    advice: 'Setel jam perangkat ke waktu otomatis. Bila perangkat lain juga berbeda, setel jam server.',
  }
}
