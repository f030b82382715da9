import type { Person } from '../api/session'

interface Section {
  href: string
  title: string
  about: string
  permission: Person['permissions'][number]
}

const SECTIONS: Section[] = [
  {
    href: '/administrasi/akun',
    title: 'Akun',
    about: 'Undang orang, atur ulang kata sandi, dan tangguhkan akun.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/impor',
    title: 'Impor pegawai',
    about: 'Masukkan atau perbarui banyak pegawai dari Excel atau CSV.',
    permission: 'directory.manage',
  },
  {
    href: '/administrasi/ketidakhadiran',
    title: 'Ketidakhadiran',
    about: 'Catat dinas luar, cuti, dan sakit pegawai OPD Anda, beserta Plh.-nya.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/mutasi',
    title: 'Mutasi',
    about: 'Pindahkan banyak pejabat pada satu tanggal, dengan persetujuan dua orang.',
    permission: 'directory.manage',
  },
  {
    href: '/administrasi/surat-keterangan',
    title: 'Surat keterangan',
    about: 'Terbitkan surat keterangan perubahan data pegawai, dan lihat register nomornya.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/identitas',
    title: 'Identitas',
    about: 'Kop, logo, alamat, dan kode unit pada naskah OPD Anda.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/ruang',
    title: 'Ruang rapat',
    about: 'Ruang OPD Anda yang dapat dipesan saat membuat agenda.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/tabel',
    title: 'Tabel',
    about: 'Hari libur, batas, dan angka lain yang ditetapkan peraturan, dengan tanggal berlakunya.',
    permission: 'tables.read',
  },
  {
    href: '/administrasi/peran',
    title: 'Peran',
    about: 'Apa yang boleh dilakukan setiap peran, dan jabatan mana yang memakainya.',
    permission: 'directory.manage-roles',
  },
  {
    href: '/administrasi/siapa-boleh',
    title: 'Siapa yang boleh ini?',
    about: 'Pilih sebuah hak, lihat peran, jabatan, dan pejabat yang memilikinya.',
    permission: 'directory.manage-office',
  },
  {
    href: '/administrasi/sambungan',
    title: 'Alamat dan surel',
    about: 'Alamat portal pada naskah, dan uji kirim surel.',
    permission: 'system.watch',
  },
  {
    href: '/administrasi/kesehatan',
    title: 'Kesehatan',
    about: 'Cadangan, ruang disk, pekerjaan terjadwal, dan kiriman yang gagal.',
    permission: 'system.watch',
  },
]

/** What a person may administer. */
export function sectionsOf(person: Person): Section[] {
  return SECTIONS.filter(({ permission }) => person.permissions.includes(permission))
}
