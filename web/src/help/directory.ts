import { DISKOMINFO, BKPSDM, type HelpText } from './help-text'

/** Who is who, and who may what. */
export const DIRECTORY: Record<string, HelpText> = {
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
}
