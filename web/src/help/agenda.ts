import { OFFICE, ORGANISER, type HelpText } from './help-text'

/** What no code can tell: where the phone is that sends it. */
const RELAYED =
  'Kode aula berganti setiap 30 detik dan berlaku paling lama satu menit. Foto kode yang diteruskan kepada orang yang tidak ' +
  'hadir masih dapat dipakai dalam menit itu, atau dalam dua menit bila ponselnya mengaku tanpa sinyal. Yang terkirim ' +
  'sesudahnya tidak dihitung tanpa kios atau konfirmasi penyelenggara. Untuk acara penting, pakai kios di pintu.'

/** E-Agenda. */
export const AGENDA: Record<string, HelpText> = {
  '/agenda': {
    title: 'Agenda',
    purpose: 'Undangan rapat untuk Anda, agenda OPD Anda, dan agenda pimpinan bagi protokol.',
    steps: [
      'Pilih tab Undangan saya atau agenda OPD.',
      'Pilih Daftar, Bulan, Minggu, atau Hari; perangkat ini mengingat pilihan Anda.',
      'Buka agenda untuk lampiran, tempat, dan kehadirannya.',
    ],
    who: ORGANISER,
    keys: [
      ['T', 'Hari ini, dalam kalender'],
      ['← →', 'Hari sebelumnya, berikutnya'],
      ['↑ ↓', 'Minggu sebelumnya, berikutnya'],
      ['PgUp PgDn', 'Bulan sebelumnya, berikutnya'],
      ['Enter', 'Buka hari yang dipilih'],
    ],
  },
  '/agenda/baru': {
    title: 'Agenda baru',
    purpose: 'Membuat agenda dan mengundang pesertanya.',
    steps: [
      'Isi judul, tempat, dan waktu. Kehadiran tiap hari dicatat sendiri bila agenda dibagi dalam sesi.',
      'Cari orang, atau undang sekaligus: semua camat, semua kepala OPD, satu OPD, daftar NIP.',
      'Agenda rutin: pilih Berulang, dan lihat tanggalnya. Periksa undangan, lalu kirim.',
    ],
    who: OFFICE,
  },
  '/agenda/:id': {
    title: 'Halaman agenda',
    purpose: 'Semua tentang satu agenda: waktu, tempat, lampiran, dan kehadiran.',
    steps: [
      'Peserta: jawab undangannya, unduh lampiran, lalu pindai kode di tempat acara.',
      'Penyelenggara: tampilkan kode di layar aula saat absensi dibuka.',
      'Setelah selesai, tutup absensi; daftar hadir menjadi naskah dengan kode QR.',
    ],
    who: ORGANISER,
  },
  '/agenda/:id/ubah': {
    title: 'Ubah agenda',
    purpose: 'Mengoreksi agenda, atau memindahkan waktu dan tempatnya.',
    steps: [
      'Ubah yang perlu; bila waktu atau tempat berubah, tulis alasannya.',
      'Simpan; semua yang diundang diberi tahu ke mana agenda pindah.',
      'Bila orang lain mengubahnya lebih dulu, isian Anda tetap ada dan bedanya ditampilkan.',
    ],
    who: ORGANISER,
  },
  '/agenda/:id/undangan': {
    title: 'Yang diundang',
    purpose: 'Siapa yang diundang, apa jawabannya, dan siapa yang masih ditunggu.',
    steps: [
      'Pilih jawaban untuk menyaring; ingatkan yang belum menjawab, paling banyak sekali sehari.',
      'Undang lagi orang, jabatan, daftar NIP, atau tamu luar; pada seri juga ke tanggal sesudahnya.',
      'Centang untuk menarik undangan. Undangan jabatan berpindah sendiri bila pejabatnya berganti.',
    ],
    who: ORGANISER,
  },
  '/agenda/:id/sertifikat': {
    title: 'Sertifikat',
    purpose: 'Sertifikat bimtek atau sosialisasi bagi yang hadir; bila bersesi, bagi yang hadir pada semua sesi.',
    steps: [
      'Setelah absensi ditutup, isi materi, jam pelajaran (JP), dan penanda tangannya, lalu terbitkan.',
      'Unduh, cetak, dan mintakan tanda tangan; pemiliknya juga mengunduh sendiri dari Profil.',
      'Yang keliru dicabut dengan alasan; siapa pun yang memeriksa kodenya melihat alasan itu.',
    ],
    who: OFFICE,
    limits:
      'Kode QR membuktikan isi sertifikat, bukan tanda tangannya. Tanda tangan dibubuhkan dengan tangan, ' +
      'jadi lihat juga naskah aslinya.',
  },
  '/agenda/:id/kehadiran': {
    title: 'Kehadiran',
    purpose: 'Siapa yang hadir, tamu, pindaian yang ditolak, dan yang menunggu konfirmasi.',
    steps: [
      'Ikuti tab Hadir; yang tidak dapat memindai dicatat dengan tangan. Ditolak memuat sebab.',
      'Mulai Cek acak dengan layar aula terbuka; unduh daftar hadir satu OPD di Per OPD.',
      'Konfirmasi pindaian luring sebelum menutup absensi.',
    ],
    who: OFFICE,
    limits: RELAYED,
  },
  '/agenda/rekap': {
    title: 'Rekap kehadiran',
    purpose: 'Berapa kali Anda, kantor Anda, atau kabupaten hadir, menurut daftar hadir yang sudah ditutup.',
    steps: [
      'Pilih tahun dan bulannya, lalu Saya, OPD, atau Kabupaten.',
      'Buka nama kantor untuk melihat kantor di bawahnya dan pegawainya.',
      'Buka angka di bawah grafik, unduh Excel, atau cetak.',
    ],
    who: OFFICE,
  },
  '/agenda/:id/cek-acak': {
    title: 'Cek acak',
    purpose: 'Memastikan yang tercatat hadir benar di tempat: yang terundi memilih angka di layar aula.',
    steps: [
      'Lihat angka di layar aula, lalu pilih angka yang sama; sekali saja.',
      'Terlambat atau salah: Anda tetap hadir, dengan tanda. Temui penyelenggara.',
      'Batasnya: angka masih dapat diteruskan orang di aula, dan satu dari tiga dapat ditebak.',
    ],
    who: ORGANISER,
  },
  '/agenda/:id/notulen': {
    title: 'Notulen',
    purpose: 'Catatan rapat: ditulis notulis, disetujui pimpinan rapat, dibaca yang hadir.',
    steps: [
      'Penyelenggara menunjuk pimpinan dan notulis; notulis menulis, isiannya tersimpan sendiri.',
      'Isi penanggung jawab dan batas setiap keputusan, lalu ajukan; batasnya hari kerja.',
      'Pimpinan rapat menyetujui atau mengembalikan. Yang keliru diperbaiki menjadi versi baru.',
    ],
    who: ORGANISER,
  },
  '/tindak-lanjut': {
    title: 'Tindak lanjut rapat',
    purpose: 'Keputusan rapat OPD Anda, penanggung jawabnya, dan sejauh mana dikerjakan.',
    steps: [
      'Saring yang belum selesai atau yang lewat batas.',
      'Penanggung jawab mencatat perkembangan di Kerja saya, dan menulis hasilnya bila selesai.',
      'Penyelenggara membatalkan dengan alasan bila tidak diperlukan lagi.',
    ],
    who: ORGANISER,
  },
  '/pindai': {
    title: 'Pindai',
    purpose: 'Mencatat kehadiran Anda dengan kode di layar aula.',
    steps: [
      'Izinkan kamera, lalu arahkan ke kode QR.',
      'Tanpa kamera: foto layarnya, atau ketik enam karakter di bawah kode.',
      'Tunggu tulisan HADIR TERCATAT. Lokasi boleh ditolak bila diminta sesudahnya.',
    ],
    who: ORGANISER,
    limits: RELAYED,
  },
  '/kode-saya': {
    title: 'Kode saya',
    purpose: 'Kode QR milik Anda untuk kios kehadiran; dibuat ponsel Anda, juga tanpa sinyal.',
    steps: [
      'Tunjukkan kode ke kamera kios di pintu.',
      'Baca nama dan tulisan HADIR TERCATAT di layar kios.',
      'Tanpa ponsel: minta petugas kios mencatat Anda.',
    ],
    who: ORGANISER,
    limits:
      'Kode berganti setiap 30 detik dan berlaku paling lama satu menit. Gambar kode yang dikirim orang lain dalam menit ' +
      'itu masih dapat ditunjukkan; karena itu layar kios menampilkan nama, dan petugas melihat siapa yang datang.',
  },
}
