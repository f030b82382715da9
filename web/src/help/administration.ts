import { OFFICE, DISKOMINFO, BKPSDM, type HelpText } from './help-text'

/** What administrators do. */
export const ADMINISTRATION: Record<string, HelpText> = {
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
