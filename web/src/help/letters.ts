import { type HelpText, OFFICE } from './help-text'

/** Letters. */
export const LETTERS: Record<string, HelpText> = {
  '/surat/masuk': {
    title: 'Surat masuk',
    purpose: 'Surat yang masuk ke OPD Anda atau sampai kepada Anda, dan di tangan siapa sekarang.',
    steps: [
      'Saring menurut status; yang menunggu dapat diurut menurut batasnya.',
      'Buka surat untuk membaca, mendisposisi, atau mencatat hasilnya.',
      'Petugas surat menekan Daftarkan surat untuk surat baru.',
    ],
    who: OFFICE,
    limits: 'Surat rahasia hanya tampil bagi penerimanya dan petugas yang mendaftarkannya.',
  },
  '/surat/baru': {
    title: 'Naskah baru',
    purpose: 'Pilih jenis naskah dinas yang akan dikonsep.',
    steps: [
      'Tekan jenisnya; konsep kosong langsung terbuka.',
      'Untuk menjawab surat masuk, tekan Jawab pada suratnya.',
      'Isinya tersimpan sendiri; lanjutkan kapan saja dari Surat keluar.',
    ],
    who: OFFICE,
    limits: 'Daftar hadir, notulen, dan sertifikat dibuat dari agendanya.',
  },
  '/surat/keluar': {
    title: 'Surat keluar',
    purpose: 'Naskah yang Anda konsep, dan yang sampai kepada Anda untuk diperiksa.',
    steps: ['Saring menurut status.', 'Buka naskah untuk melihat di tangan siapa sekarang.', 'Tekan Naskah baru untuk mengonsep.'],
    who: OFFICE,
    limits: 'Naskah orang lain tampil setelah giliran Anda.',
  },
  '/surat/keluar/:id': {
    title: 'Satu naskah',
    purpose: 'Isi di kiri, kertasnya di kanan; tersimpan sendiri selama diketik.',
    steps: [
      'Isi tujuan, hal, klasifikasi, dan isi naskah. Tempelan dari Word dirapikan.',
      'Pilih pemeriksa menurut urutan, lalu penanda tangan. Tekan Ajukan.',
      'Yang mendapat giliran menekan Paraf, Perbaiki sendiri, atau Kembalikan.',
    ],
    who: OFFICE,
    limits: 'Margin, kop, dan letak tanda tangan mengikuti tata naskah dan tidak diubah di sini.',
    keys: [
      ['Ctrl+Enter', 'ajukan'],
      ['Ctrl+B, Ctrl+I', 'tebal, miring'],
      ['Tab di awal nomor', 'turun satu tingkat'],
    ],
  },
  '/surat/masuk/baru': {
    title: 'Daftarkan surat masuk',
    purpose: 'Pindaian menjadi surat dengan nomor agenda, lalu sampai kepada penerimanya.',
    steps: [
      'Pilih atau seret berkasnya; boleh banyak sekaligus.',
      'Periksa isian yang dibaca dari berkas di samping gambarnya.',
      'Tekan Simpan dan teruskan. Nomor agenda ditetapkan saat itu.',
    ],
    who: OFFICE,
    limits: 'Isi gambar tanpa teks tidak terbaca sendiri; ketik dari gambarnya.',
    keys: [
      ['Ctrl+Enter', 'simpan dan teruskan'],
      ['Ctrl+Shift+Enter', 'simpan, daftarkan berikutnya'],
    ],
  },
  '/surat/masuk/:id': {
    title: 'Satu surat masuk',
    purpose: 'Isi surat, alurnya, dan yang dapat Anda lakukan dengannya.',
    steps: [
      'Baca suratnya di samping atau di bawah.',
      'Pilih penerima, isi, dan batas, lalu tekan Kirim disposisi.',
      'Atau catat hasilnya bila tidak perlu disposisi.',
    ],
    who: OFFICE,
    limits: 'Disposisi hanya ke bawah, dan ditarik hanya selama belum dibaca.',
    keys: [['Ctrl+Enter', 'kirim disposisi']],
  },
  '/surat/masuk/:id/perbaiki': {
    title: 'Perbaiki catatan surat',
    purpose: 'Membetulkan yang salah ketik; isi lama tetap tercatat.',
    steps: [
      'Betulkan isian di samping gambar suratnya.',
      'Tulis alasannya.',
      'Penerima diganti hanya selama surat belum dibaca.',
    ],
    who: OFFICE,
  },
}
