"""What each permission allows, in words for a person."""

from __future__ import annotations

from dataclasses import dataclass

from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class PermissionWords:
    """A permission's name on a page, and the sentence that says what its holder may do."""

    title: str
    allows: str


WORDS = {
    Permission.ATTEND: PermissionWords(
        "Menghadiri agenda", "Memindai kode kehadiran dan melihat undangan untuk dirinya sendiri."
    ),
    Permission.ORGANISE_AGENDA: PermissionWords(
        "Menyelenggarakan agenda", "Membuat agenda, mengundang, membuka layar aula, dan menutup daftar hadir."
    ),
    Permission.READ_LEADERSHIP: PermissionWords(
        "Melihat agenda pimpinan", "Melihat semua agenda yang dihadiri Bupati, Wakil Bupati, dan Sekretaris Daerah."
    ),
    Permission.ANSWER_FOR_LEADERS: PermissionWords(
        "Menjawab undangan pimpinan", "Mencatat pimpinan hadir atau tidak, dan siapa yang mewakilinya."
    ),
    Permission.READ_RECAPS: PermissionWords(
        "Memantau kehadiran kabupaten", "Melihat rekap kehadiran pada agenda di semua OPD, per kantor dan per orang."
    ),
    Permission.READ_DIRECTORY: PermissionWords(
        "Membaca direktori", "Mencari pegawai serta melihat jabatan dan pejabatnya di seluruh kabupaten."
    ),
    Permission.MANAGE_DIRECTORY: PermissionWords(
        "Mengelola kepegawaian kabupaten", "Mengimpor pegawai dan mengisi jabatan di semua OPD."
    ),
    Permission.MANAGE_OFFICE: PermissionWords(
        "Mengelola kepegawaian OPD", "Mengisi dan mengakhiri jabatan di OPD-nya sendiri dan unit di bawahnya."
    ),
    Permission.MANAGE_ROLES: PermissionWords(
        "Mengatur peran", "Menentukan hak setiap peran, jadi siapa boleh apa di seluruh kabupaten."
    ),
    Permission.READ_TABLES: PermissionWords(
        "Melihat tabel", "Melihat angka dan daftar yang ditetapkan peraturan serta siapa yang mengubahnya."
    ),
    Permission.PROPOSE_TABLES: PermissionWords(
        "Mengusulkan perubahan tabel", "Mengusulkan angka baru, yang berlaku setelah disetujui orang lain."
    ),
    Permission.APPROVE_TABLES: PermissionWords(
        "Menyetujui perubahan tabel", "Menyetujui atau menolak usulan orang lain."
    ),
    Permission.REGISTER_LETTERS: PermissionWords(
        "Mendaftarkan surat masuk",
        "Memindai dan mencatat surat yang masuk ke OPD-nya, meneruskannya, dan melihat buku agendanya.",
    ),
    Permission.WATCH_SYSTEM: PermissionWords(
        "Mengawasi sistem", "Melihat kesehatan server dan mengirim ulang yang gagal."
    ),
}
