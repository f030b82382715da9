"""E-Agenda's tables: what an administrator may change of its rules."""

from __future__ import annotations

from pathlib import Path

from functions.eagenda.domain.attachment import AttachmentLimits
from functions.eagenda.domain.distance import MapPolicy
from functions.eagenda.domain.follow_up_policy import FollowUpPolicy, SertifikatNumbering
from functions.eagenda.domain.guest_invite_policy import GuestInvitePolicy
from functions.eagenda.domain.guest_policy import GuestPolicy
from functions.eagenda.domain.heartbeat import HeartbeatPolicy
from functions.eagenda.domain.kept_scan_policy import KeptScanPolicy
from functions.eagenda.domain.kiosk import KioskPolicy
from functions.eagenda.domain.leader import Leader
from functions.eagenda.domain.series_policy import SeriesPolicy
from functions.eagenda.domain.spot_check_policy import SpotCheckPolicy
from shared.tables.table import Column, Table

_SEED = Path(__file__).parent / "seed"

KEPT_SCAN_POLICY = Table(
    "eagenda-pindaian-luring",
    "Pindaian luring",
    "Berapa lama pindaian tanpa sinyal boleh tersimpan di ponsel, dan seberapa jauh jam ponsel boleh meleset.",
    KeptScanPolicy,
    (
        Column("send_within_hours", "Terkirim paling lambat", "jam"),
        Column("clock_tolerance_minutes", "Jam ponsel boleh meleset", "menit"),
    ),
    _SEED / "kept_scan_policy.csv",
)
HEARTBEAT_POLICY = Table(
    "eagenda-denyut",
    "Denyut ponsel",
    "Kapan pindaian luring langsung dihitung karena ponselnya terhubung sebelum kode itu tampil.",
    HeartbeatPolicy,
    (
        Column("seen_within_hours", "Denyut paling lama sebelum kode tampil", "jam"),
        Column("counts_within_minutes", "Pindaian diterima paling lambat setelah kode tampil", "menit"),
    ),
    _SEED / "heartbeat_policy.csv",
)
KIOSK_POLICY = Table(
    "eagenda-kios",
    "Kios kehadiran",
    "Berapa lama pindaian boleh tersimpan di kios yang luring, dan seberapa jauh jam kios boleh lebih cepat.",
    KioskPolicy,
    (
        Column("send_within_hours", "Terkirim paling lambat", "jam"),
        Column("clock_tolerance_minutes", "Jam kios boleh lebih cepat", "menit"),
    ),
    _SEED / "kiosk_policy.csv",
)
GUEST_POLICY = Table(
    "eagenda-tamu",
    "Tamu agenda",
    "Waktu tamu mengisi formulir, jumlah tamu, dan masa simpan nomor teleponnya.",
    GuestPolicy,
    (
        Column("minutes_to_fill_in", "Waktu mengisi formulir", "menit"),
        Column("most_in_a_minute", "Tamu paling banyak dalam satu menit", "orang"),
        Column("most", "Tamu paling banyak dalam satu agenda", "orang"),
        Column("telephone_kept_days", "Telepon disimpan setelah agenda", "hari"),
    ),
    _SEED / "guest_policy.csv",
)
GUEST_INVITE_POLICY = Table(
    "eagenda-undangan-tamu",
    "Undangan tamu luar",
    "Jumlah tamu luar yang diundang lewat surel, masa berlaku tautannya, dan masa simpan alamat surelnya.",
    GuestInvitePolicy,
    (
        Column("most", "Tamu undangan paling banyak dalam satu agenda", "orang"),
        Column("link_days", "Tautan pribadi berlaku setelah agenda", "hari"),
        Column("email_kept_days", "Alamat surel disimpan setelah agenda", "hari"),
    ),
    _SEED / "guest_invite_policy.csv",
)
ATTACHMENT_LIMITS = Table(
    "eagenda-lampiran",
    "Lampiran agenda",
    "Jumlah dan ukuran berkas yang boleh dilampirkan pada satu agenda.",
    AttachmentLimits,
    (
        Column("most", "Berkas paling banyak", "berkas"),
        Column("largest_megabytes", "Ukuran satu berkas paling besar", "MB"),
    ),
    _SEED / "attachment_limits.csv",
)
MAP_POLICY = Table(
    "eagenda-lokasi",
    "Lokasi agenda",
    "Radius titik agenda di peta, dan berapa lama sesudah memindai lokasi ponsel masih diterima.",
    MapPolicy,
    (
        Column("usual_radius_metres", "Radius yang lazim", "meter"),
        Column("smallest_radius_metres", "Radius paling kecil", "meter"),
        Column("largest_radius_metres", "Radius paling besar", "meter"),
        Column("send_within_minutes", "Lokasi dikirim paling lambat", "menit"),
    ),
    _SEED / "map_policy.csv",
)
SPOT_CHECK_POLICY = Table(
    "eagenda-cek-acak",
    "Cek acak kehadiran",
    "Berapa peserta diundi dalam satu cek acak, berapa lama mereka menjawab, dan berapa kali dalam satu agenda.",
    SpotCheckPolicy,
    (
        Column("people", "Peserta diundi", "orang"),
        Column("seconds_to_answer", "Waktu menjawab", "detik"),
        Column("choices", "Pilihan angka", "angka"),
        Column("most_in_a_meeting", "Cek acak paling banyak", "kali"),
    ),
    _SEED / "spot_check_policy.csv",
)
LEADERS = Table(
    "eagenda-pimpinan",
    "Agenda pimpinan",
    "Jabatan yang agendanya tampil di kalender pimpinan dan, bila publik, di halaman untuk masyarakat.",
    Leader,
    (Column("position_id", "Kode jabatan"), Column("called", "Sebutan"), Column("place", "Urutan")),
    _SEED / "leaders.csv",
    key=("position_id",),
)
SERIES_POLICY = Table(
    "eagenda-seri",
    "Seri agenda",
    "Seberapa panjang agenda boleh berulang sebelum seri baru harus dibuat.",
    SeriesPolicy,
    (
        Column("most_days", "Tanggal paling banyak dalam satu seri", "tanggal"),
        Column("most_months", "Seri paling lama", "bulan"),
        Column("most_invitations", "Undangan paling banyak dalam satu seri", "undangan"),
    ),
    _SEED / "series_policy.csv",
)
FOLLOW_UP_POLICY = Table(
    "eagenda-tindak-lanjut",
    "Tindak lanjut rapat",
    "Jumlah keputusan dalam satu notulen, dan kapan penanggung jawab diingatkan sebelum batasnya.",
    FollowUpPolicy,
    (
        Column("remind_working_days_before", "Diingatkan sebelum batas", "hari kerja"),
        Column("most_decisions", "Keputusan paling banyak", "keputusan"),
    ),
    _SEED / "follow_up_policy.csv",
)
SERTIFIKAT_NUMBERING = Table(
    "eagenda-nomor-sertifikat",
    "Nomor sertifikat",
    "Bentuk nomor dan kode klasifikasi sertifikat. Satu kegiatan satu nomor; tiap peserta nomor di belakangnya.",
    SertifikatNumbering,
    (Column("classification", "Kode klasifikasi"), Column("pattern", "Pola nomor")),
    _SEED / "sertifikat_numbering.csv",
)
