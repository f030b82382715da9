"""What people do with each permission, in their words: by what it does, whoever asks finds who may do it.

A deed names the operations that it takes, of which a permission is asked; each of them belongs to one deed.
"""

from __future__ import annotations

from dataclasses import dataclass

from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done, verb first, and the operations by which it is done."""

    title: str
    operations: tuple[str, ...]


DEEDS = {
    Permission.ATTEND: (
        Deed(
            "Mencatat kehadiran sendiri dengan memindai atau mengetik kode aula",
            (
                "eagenda_record_attendance",
                "eagenda_record_attendance_by_short_code",
                "eagenda_submit_kept_scan",
                "eagenda_record_distance",
            ),
        ),
        Deed("Menjawab cek acak kehadiran", ("eagenda_answer_spot_check",)),
    ),
    Permission.ORGANISE_AGENDA: (
        Deed("Membuat agenda dan mengundang pesertanya", ("eagenda_create_agenda",)),
        Deed("Mengubah agenda atau memindahkan waktunya", ("eagenda_edit_agenda",)),
        Deed("Mengundang lagi atau menarik undangan", ("eagenda_invite_people", "eagenda_withdraw_invitations")),
        Deed(
            "Mengundang tamu luar lewat surel atau menarik undangannya",
            ("eagenda_invite_guests", "eagenda_withdraw_guests"),
        ),
        Deed("Mengingatkan yang belum menjawab undangan", ("eagenda_remind_unanswered",)),
        Deed("Membatalkan agenda", ("eagenda_cancel_agenda",)),
        Deed("Membuat seri agenda yang berulang", ("eagenda_create_series",)),
        Deed("Mengubah seri agenda mulai suatu tanggal", ("eagenda_edit_series",)),
        Deed("Membatalkan seri agenda mulai suatu tanggal", ("eagenda_cancel_series",)),
        Deed("Mengundang orang ke seri agenda mulai suatu tanggal", ("eagenda_invite_to_series",)),
        Deed("Menarik undangan seri agenda mulai suatu tanggal", ("eagenda_withdraw_from_series",)),
        Deed("Membagikan bahan rapat", ("eagenda_share_materials",)),
        Deed("Membuka layar aula", ("eagenda_open_hall",)),
        Deed("Membuka kios kehadiran", ("eagenda_open_kiosk",)),
        Deed("Mencabut kios kehadiran", ("eagenda_revoke_kiosk",)),
        Deed("Melampirkan berkas pada agenda", ("eagenda_begin_upload", "eagenda_finish_upload")),
        Deed("Menghapus lampiran agenda", ("eagenda_remove_attachment",)),
        Deed(
            "Mengonfirmasi atau menolak pindaian luring",
            ("eagenda_confirm_provisional_scans", "eagenda_reject_provisional_scan"),
        ),
        Deed("Mencatat kehadiran dengan tangan", ("eagenda_record_by_hand",)),
        Deed("Menghapus tamu dari daftar hadir", ("eagenda_remove_guest",)),
        Deed("Memulai cek acak di antara yang hadir", ("eagenda_start_spot_check",)),
        Deed("Menutup daftar hadir", ("eagenda_close_attendance",)),
        Deed("Menunjuk pimpinan rapat dan notulis", ("eagenda_name_officers",)),
        Deed("Membuka perbaikan notulen yang sudah final", ("eagenda_correct_notulen",)),
        Deed("Membatalkan tindak lanjut rapat", ("eagenda_cancel_decision",)),
        Deed("Menerbitkan sertifikat bimtek", ("eagenda_issue_sertifikat",)),
        Deed("Mencabut sertifikat bimtek", ("eagenda_withdraw_sertifikat",)),
    ),
    Permission.ANSWER_FOR_LEADERS: (Deed("Menjawab undangan atas nama pimpinan", ("eagenda_answer_for_leader",)),),
    Permission.MANAGE_DIRECTORY: (
        Deed(
            "Mengimpor pegawai dari berkas",
            ("directory_begin_import", "directory_check_import", "directory_apply_import"),
        ),
        Deed("Menyusun mutasi", ("directory_begin_rotation", "directory_plan_rotation")),
        Deed("Menyetujui mutasi yang disusun orang lain", ("directory_approve_rotation",)),
        Deed("Membatalkan mutasi", ("directory_cancel_rotation",)),
        Deed("Mengisi daftar OPD, kecamatan, kelurahan, dan desa", ("directory_fill_organisations",)),
        Deed("Mewajibkan kode dua langkah untuk sebuah peran", ("portal_demand_second_step",)),
    ),
    Permission.MANAGE_OFFICE: (
        Deed("Menambah pegawai", ("directory_add_person",)),
        Deed("Mengubah data pegawai", ("directory_edit_person",)),
        Deed("Melihat NIP, NIK, dan telepon pegawai secara utuh", ("directory_disclose_person",)),
        Deed("Mengangkat pejabat, definitif atau pelaksana", ("directory_appoint",)),
        Deed("Mengakhiri masa jabatan", ("directory_end_appointment",)),
        Deed("Menambah jabatan", ("directory_add_position",)),
        Deed("Mengubah jabatan dan perannya", ("directory_edit_position",)),
        Deed("Menghapus jabatan", ("directory_abolish_position",)),
        Deed("Menambah organisasi", ("directory_add_organisation",)),
        Deed("Mengubah organisasi", ("directory_edit_organisation",)),
        Deed("Membubarkan organisasi", ("directory_dissolve_organisation",)),
        Deed("Memberi kode masuk untuk akun pegawai", ("portal_issue_account_code",)),
        Deed("Menonaktifkan akun", ("portal_suspend_account",)),
        Deed("Memulihkan akun", ("portal_restore_account",)),
        Deed("Mematikan kode dua langkah milik pegawai", ("portal_reset_second_step",)),
        Deed("Mengubah kop surat OPD", ("papers_change_letterhead",)),
        Deed("Memasang logo pada kop", ("papers_begin_logo_upload", "papers_finish_logo_upload")),
        Deed("Melepas logo dari kop", ("papers_remove_logo",)),
        Deed("Menyiapkan surat keterangan perubahan data", ("papers_prepare_surat_keterangan",)),
        Deed("Menerbitkan surat keterangan", ("papers_issue_surat_keterangan",)),
        Deed("Membatalkan surat keterangan yang belum terbit", ("papers_cancel_surat_keterangan",)),
        Deed("Menyisipkan surat keterangan bertanggal mundur", ("papers_insert_surat_keterangan",)),
        Deed("Menambah ruang rapat atau mengubahnya", ("eagenda_add_room", "eagenda_edit_room")),
        Deed("Mencabut surat keterangan yang sudah terbit", ("papers_withdraw_surat_keterangan",)),
    ),
    Permission.MANAGE_ROLES: (
        Deed("Menambah peran", ("directory_add_role",)),
        Deed("Mengubah hak sebuah peran", ("directory_edit_role",)),
        Deed("Menghapus peran", ("directory_delete_role",)),
    ),
    Permission.PROPOSE_TABLES: (
        Deed("Mengusulkan baris tabel", ("tables_propose_row",)),
        Deed("Menarik usulan baris tabel", ("tables_withdraw_proposal",)),
    ),
    Permission.APPROVE_TABLES: (
        Deed(
            "Menyetujui atau menolak usulan tabel",
            ("tables_approve_proposal", "tables_reject_proposal"),
        ),
    ),
    Permission.REGISTER_LETTERS: (
        Deed("Memindai surat yang masuk", ("eoffice_begin_letter_scan", "eoffice_finish_letter_scan")),
        Deed("Memisah pindaian yang berisi beberapa surat", ("eoffice_split_letter_scan",)),
        Deed("Membuang pindaian yang bukan surat", ("eoffice_discard_letter_scan",)),
        Deed("Mendaftarkan dan meneruskan surat masuk", ("eoffice_register_surat_masuk",)),
        Deed("Memperbaiki catatan surat masuk", ("eoffice_correct_surat_masuk",)),
        Deed("Membatalkan pendaftaran surat masuk", ("eoffice_cancel_surat_masuk",)),
    ),
    Permission.WATCH_SYSTEM: (
        Deed("Mengirim ulang yang gagal", ("portal_replay_dead_letters",)),
        Deed("Menyusun ulang catatan turunan", ("portal_rebuild_derived",)),
        Deed("Mengirim surel uji", ("portal_send_test_mail",)),
    ),
}
