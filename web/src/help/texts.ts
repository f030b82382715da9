/** What each screen is for, how it is used in three steps, and who can help: the portal's help, screen by screen. */

export interface HelpText {
  title: string
  purpose: string
  steps: [string, string, string]
  who: string
  /** What this can't prevent, said openly. */
  limits?: string
  /** The keys that do something here, and what. */
  keys?: [string, string][]
}

const OFFICE = 'Administrator OPD Anda, atau Diskominfo.'
const DISKOMINFO = 'Administrator kabupaten di Diskominfo.'
const BKPSDM = 'Administrator OPD Anda, atau pengelola kepegawaian di BKPSDM.'
const ORGANISER = 'Penyelenggara agenda; namanya tertera pada halaman agenda.'

/** What no code can tell: where the phone is that sends it. */
const RELAYED =
  'Kode aula berganti setiap 30 detik dan berlaku paling lama satu menit. Foto kode yang diteruskan kepada orang yang tidak ' +
  'hadir masih dapat dipakai dalam menit itu, atau dalam dua menit bila ponselnya mengaku tanpa sinyal. Yang terkirim ' +
  'sesudahnya tidak dihitung tanpa kios atau konfirmasi penyelenggara. Untuk acara penting, pakai kios di pintu.'

/** By the pattern of the address; a screen without a text of its own shows that of the screen above it. */
export const TEXTS: Record<string, HelpText> = {
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
  '/direktori': {
    title: 'Direktori',
    purpose: 'Siapa memegang jabatan apa: organisasi, jabatan, dan orangnya.',
    steps: [
      'Cari nama, jabatan, atau OPD, atau telusuri pohon organisasi.',
      'Buka jabatan untuk melihat pemegangnya sekarang dan dahulu.',
      'Data yang keliru diperbaiki administrator OPD yang bersangkutan.',
    ],
    who: BKPSDM,
  },
  '/direktori/lowong': {
    title: 'Jabatan lowong',
    purpose: 'Jabatan yang hari ini tidak dipegang siapa pun, juga tidak oleh Plt. atau Pj.',
    steps: [
      'Baca sejak kapan jabatan itu lowong.',
      'Buka jabatannya.',
      'Pilih Angkat pejabat; Plt. mengisi jabatan yang lowong.',
    ],
    who: BKPSDM,
  },
  '/direktori/organisasi/:id': {
    title: 'Halaman organisasi',
    purpose: 'Jabatan satu organisasi, pemegangnya pada tanggal pilihan Anda, dan unit di bawahnya.',
    steps: [
      'Ganti tanggal untuk melihat siapa menjabat waktu itu.',
      'Buka jabatan untuk mengangkat atau mengakhiri pejabatnya.',
      'Organisasi dibubarkan setelah unit, pejabat, dan tugasnya tidak ada lagi.',
    ],
    who: BKPSDM,
  },
  '/direktori/jabatan/:id': {
    title: 'Halaman jabatan',
    purpose: 'Siapa memegang jabatan ini sekarang, nanti, dan dahulu.',
    steps: [
      'Pilih Angkat pejabat, ketik namanya, lalu tekan Enter.',
      'Pejabat sebelumnya berakhir sehari sebelum tanggal mulai.',
      'Hak mengikuti jabatan dengan sendirinya pada tanggal itu.',
    ],
    who: BKPSDM,
  },
  '/direktori/orang/:id': {
    title: 'Halaman orang',
    purpose: 'Data satu orang dan jabatan yang pernah, sedang, dan akan dipegangnya.',
    steps: [
      'NIP dan NIK disamarkan; isi lengkap hanya bila berubah.',
      'Buka jabatannya untuk melihat riwayat jabatan itu.',
      'Data diubah administrator OPD tempat orang itu menjabat.',
    ],
    who: BKPSDM,
  },
  '/hak': {
    title: 'Hak',
    purpose: 'Apa yang boleh dilakukan jabatan Anda, dan siapa yang boleh bila Anda tidak.',
    steps: [
      'Cari tindakan yang Anda perlukan.',
      'Lihat jabatan mana yang memberinya, dan siapa yang memegangnya.',
      'Minta tindakan itu kepadanya, atau minta haknya kepada administrator.',
    ],
    who: DISKOMINFO,
  },
  '/administrasi': {
    title: 'Administrasi',
    purpose: 'Pintu ke semua yang dikelola jabatan Anda.',
    steps: [
      'Pilih bagian yang akan dikelola.',
      'Bagian yang bukan hak jabatan Anda tidak tampil.',
      'Perubahan berlaku atas nama jabatan Anda dan tercatat.',
    ],
    who: DISKOMINFO,
  },
  '/administrasi/impor': {
    title: 'Impor pegawai',
    purpose: 'Memasukkan atau memperbarui banyak pegawai sekaligus.',
    steps: [
      'Unduh contoh, lalu isi satu baris untuk setiap pegawai.',
      'Unggah; setiap baris diperiksa dan belum ada yang berubah.',
      'Impor setelah semua baris benar. Berkas yang sama dua kali tidak mengubah apa pun.',
    ],
    who: BKPSDM,
  },
  '/administrasi/ketidakhadiran': {
    title: 'Ketidakhadiran',
    purpose: 'Mencatat siapa yang dinas luar, cuti, atau sakit, dan siapa yang menjadi Plh.',
    steps: [
      'Cari pegawainya, lalu catat sebab dan tanggalnya.',
      'Bila ada surat perintah, pilih Plh. yang setingkat, atau satu tingkat di bawahnya di OPD yang sama.',
      'Plh. mulai dan berakhir sendiri; bila kembali lebih awal, akhiri di halaman ini.',
    ],
    who: BKPSDM,
  },
  '/administrasi/mutasi': {
    title: 'Mutasi',
    purpose: 'Memindahkan banyak pejabat pada satu tanggal.',
    steps: [
      'Periksa siapa mendapat dan meninggalkan jabatan apa, dan jabatan yang menjadi lowong.',
      'Orang lain yang berhak menyetujui; penyusunnya tidak.',
      'Sampai sehari sebelum berlaku, mutasi dapat dibatalkan dan semua jabatan kembali seperti semula.',
    ],
    who: BKPSDM,
  },
  '/administrasi/mutasi/baru': {
    title: 'Susun mutasi',
    purpose: 'Menyusun perpindahan banyak pejabat dari satu berkas.',
    steps: [
      'Unduh contoh, lalu isi satu baris untuk setiap pejabat yang mendapat jabatan.',
      'Isi tanggal mulai dan nomor keputusannya, lalu pilih berkas.',
      'Bila ada baris yang keliru, perbaiki di berkas dan unggah lagi; belum ada yang berpindah.',
    ],
    who: BKPSDM,
  },
  '/administrasi/tabel': {
    title: 'Tabel',
    purpose: 'Angka dan daftar yang ditetapkan peraturan, dengan tanggal berlakunya.',
    steps: [
      'Buka tabelnya, lalu usulkan perubahan beserta dasarnya.',
      'Orang lain yang berhak menyetujui atau menolaknya.',
      'Baris baru berlaku mulai tanggalnya; yang lama tetap tercatat.',
    ],
    who: DISKOMINFO,
  },
  '/administrasi/peran': {
    title: 'Peran',
    purpose: 'Kumpulan hak yang melekat pada jabatan, siapa pun pemegangnya.',
    steps: [
      'Buka sebuah peran, lalu centang hak yang diberikannya.',
      'Baca apa yang ditambah dan dicabut sebelum menyimpan.',
      'Perubahan sampai ke semua pemegangnya paling lambat dua menit kemudian.',
    ],
    who: DISKOMINFO,
  },
  '/administrasi/siapa-boleh': {
    title: 'Siapa yang boleh ini?',
    purpose: 'Siapa yang boleh melakukan sesuatu, dan lewat peran yang mana.',
    steps: [
      'Tulis apa yang ingin dilakukan, misalnya “setujui mutasi”, lalu pilih; atau pilih haknya.',
      'Lihat peran yang memberikannya, lalu jabatan dan pemegangnya hari ini.',
      'Haknya diubah di Peran; perannya diubah pada jabatan.',
    ],
    who: DISKOMINFO,
  },
  '/administrasi/ruang': {
    title: 'Ruang rapat',
    purpose: 'Ruang OPD Anda yang dapat dipesan saat membuat agenda.',
    steps: [
      'Tambah ruang dengan nama, jumlah orang, dan fasilitasnya.',
      'Pilih apakah OPD lain boleh memesannya.',
      'Ruang yang tidak dipakai lagi: hilangkan tanda Dapat dipesan; pesanan yang ada tetap.',
    ],
    who: OFFICE,
  },
  '/administrasi/identitas': {
    title: 'Identitas',
    purpose: 'Kop, logo, alamat, dan kode unit yang tercetak pada naskah OPD.',
    steps: [
      'Unggah logo PNG atau JPEG. Tanpa logo sendiri, kop memakai lambang daerah.',
      'Isi nama dan alamat sambil melihat pratinjaunya, lalu simpan.',
      'Isi kode unit; tanpa kode itu nomor surat tidak dapat diambil.',
    ],
    who: OFFICE,
  },
  '/administrasi/surat-keterangan': {
    title: 'Surat keterangan',
    purpose: 'Menerangkan bahwa data seorang pegawai berubah, dengan nomor dan register.',
    steps: [
      'Buat surat baru dan periksa konsepnya, lalu ambil nomor.',
      'Terbitkan: surat mendapat tanggal, kode QR, dan arsip.',
      'Cetak, mintakan tanda tangan. Batalkan yang belum terbit, cabut yang terbit; dengan alasan.',
    ],
    who: BKPSDM,
  },
  '/administrasi/sambungan': {
    title: 'Alamat dan surel',
    purpose: 'Alamat yang tercetak pada naskah, dan apakah portal dapat mengirim surel.',
    steps: [
      'Pastikan alamatnya yang dipakai orang lain membuka portal.',
      'Kirim surel uji ke alamat Anda sendiri.',
      'Bila ditolak, perbaiki pengaturannya di server menurut sebab yang tampil.',
    ],
    who: 'Tim teknis Diskominfo.',
  },
  '/administrasi/kesehatan': {
    title: 'Kesehatan',
    purpose: 'Apakah sistem berjalan: disk, jam, cadangan, jadwal, dan kiriman.',
    steps: [
      'Lihat dulu yang bertanda perlu ditangani.',
      'Kirim ulang kiriman yang gagal setelah sebabnya hilang.',
      'Pastikan cadangan terakhir tidak lebih dari satu hari.',
    ],
    who: 'Tim teknis Diskominfo.',
  },
}

/** The text of a screen: of those whose pattern begins the address, the longest; a fixed word counts more than any id. */
export function helpFor(path: string): HelpText | undefined {
  const words = path.split('/').filter(Boolean)
  const fitting = Object.keys(TEXTS)
    .map((pattern) => pattern.split('/').filter(Boolean))
    .filter((parts) => parts.every((part, place) => part.startsWith(':') ? words[place] : part === words[place]))
  const [best] = fitting.sort((one, other) => weight(other) - weight(one))
  return best && TEXTS[`/${best.join('/')}`]
}

const weight = (parts: string[]) => parts.length * 10 - parts.filter((part) => part.startsWith(':')).length
