import { OFFICE, DISKOMINFO, BKPSDM, ORGANISER, type HelpText } from './help-text'

/** What is one's own: work, notices, the send queue, the profile, long jobs. */
export const OWN: Record<string, HelpText> = {
  '/kerja': {
    title: 'Kerja saya',
    purpose: 'Agenda hari ini, dan semua yang menunggu Anda atau pejabat yang Anda bantu.',
    steps: [
      'Mulai dari baris teratas; urutannya menurut batas waktu.',
      'Buka satu baris, lalu putuskan di tempat; yang sudah beres hilang sendiri.',
      'Tunda yang belum dapat diputuskan, paling lama sampai batasnya.',
    ],
    who: OFFICE,
    keys: [
      ['J K', 'Tugas berikutnya, sebelumnya'],
      ['Enter', 'Masuk ke rincian tugas'],
      ['1 2', 'Tombol yang tampil, menurut urutannya'],
      ['H', 'Tunda'],
      ['X', 'Pilih; Shift+X memilih sampai tugas ini'],
      ['Ctrl+Z', 'Urungkan penundaan'],
      ['Esc', 'Batal memilih'],
    ],
  },
  '/pemberitahuan': {
    title: 'Pemberitahuan',
    purpose: 'Kabar untuk Anda: undangan, agenda yang dibatalkan, dan keputusan atas usulan Anda.',
    steps: [
      'Buka satu kabar untuk melihat halamannya; kabar itu menjadi sudah dibaca.',
      'Tandai semuanya sudah dibaca dengan tombol di atas.',
      'Atur jenis kabar, surel, dan jam tenang di Profil.',
    ],
    who: OFFICE,
  },
  '/antrean-kirim': {
    title: 'Antrean kirim',
    purpose: 'Pindaian yang tersimpan di perangkat ini saat tidak ada sinyal.',
    steps: [
      'Sambungkan perangkat; antrean terkirim sendiri.',
      'Yang ditolak tetap tampil bersama sebabnya.',
      'Jangan keluar sebelum antrean kosong.',
    ],
    who: ORGANISER,
    limits:
      'Pindaian yang terkirim dalam dua menit langsung dihitung bila ponsel ini terhubung sebelum kode itu tampil. ' +
      'Sesudah itu menunggu kios memindai Anda, atau konfirmasi penyelenggara.',
  },
  '/profil': {
    title: 'Profil',
    purpose: 'Data Anda, kata sandi, dan perangkat yang Anda pakai.',
    steps: [
      'Periksa nama, jabatan, dan OPD Anda; unduh sertifikat bimtek Anda.',
      'Ganti kata sandi bila orang lain mungkin mengetahuinya.',
      'Cabut perangkat yang hilang atau tidak dipakai lagi.',
    ],
    who: BKPSDM,
  },
  '/pekerjaan': {
    title: 'Pekerjaan',
    purpose: 'Pekerjaan panjang yang Anda mulai, misalnya impor, dan sejauh mana jalannya.',
    steps: [
      'Halaman ini boleh ditinggalkan; pekerjaan tetap berjalan.',
      'Setelah selesai, unduh laporannya.',
      'Perbaiki baris yang ditolak, lalu ulangi dengan berkas yang baru.',
    ],
    who: DISKOMINFO,
  },
}
