"""E-Office's tables: klasifikasi arsip, how long letters may wait, how large a scan may be, how naskah are numbered."""

from __future__ import annotations

from pathlib import Path

from functions.eoffice.domain.klasifikasi import Klasifikasi
from functions.eoffice.domain.letter import URGENSI_WORDS
from functions.eoffice.domain.letter_scan import LetterScanLimits
from functions.eoffice.domain.naskah_forms import FORMS
from functions.eoffice.domain.naskah_number import NaskahNumber
from functions.eoffice.domain.phrase import Asks, Phrase
from functions.eoffice.domain.reply_time import ReplyTime
from functions.eoffice.domain.signing import ActingLimit, Measure
from shared.tables.table import Column, Table

_SEED = Path(__file__).parent / "seed"

KLASIFIKASI = Table(
    "eoffice-klasifikasi",
    "Klasifikasi arsip",
    "Kode menurut Permendagri 83/2022 untuk menomori, memberkaskan, dan menemukan kembali surat.",
    Klasifikasi,
    (Column("code", "Kode"), Column("title", "Uraian")),
    _SEED / "klasifikasi.csv",
    key=("code",),
)
REPLY_TIMES = Table(
    "eoffice-batas-surat",
    "Batas tindak lanjut surat",
    "Berapa lama surat masuk boleh menunggu menurut urgensinya: dalam jam, atau hari kerja bila jamnya 0.",
    ReplyTime,
    (
        Column("urgensi", "Urgensi", choices=tuple((it.value, word) for it, word in URGENSI_WORDS.items())),
        Column("hours", "Lamanya", "jam"),
        Column("working_days", "Atau sampai akhir", "hari kerja"),
    ),
    _SEED / "reply_times.csv",
    key=("urgensi",),
)
LETTER_SCAN_LIMITS = Table(
    "eoffice-pindaian",
    "Pindaian surat",
    "Ukuran satu pindaian, dan berapa lama disimpan bila tidak didaftarkan.",
    LetterScanLimits,
    (
        Column("largest_megabytes", "Ukuran paling besar", "MB"),
        Column("kept_days", "Disimpan bila tidak didaftarkan", "hari"),
    ),
    _SEED / "scan_limits.csv",
)
NASKAH_NUMBERS = Table(
    "eoffice-pola-naskah",
    "Pola nomor naskah",
    "Bentuk nomor tiap jenis naskah dinas. Semua jenis dihitung dalam satu buku surat keluar setiap OPD dan tahun.",
    NaskahNumber,
    (
        Column("kind", "Jenis naskah", choices=tuple((it.value, form.title) for it, form in FORMS.items())),
        Column("pattern", "Pola nomor"),
    ),
    _SEED / "naskah_numbers.csv",
    key=("kind",),
)
ACTING_LIMITS = Table(
    "eoffice-batas-pelaksana",
    "Batas kewenangan Plt. dan Plh.",
    "Klasifikasi keputusan strategis yang tidak ditandatangani pelaksana: ditolak, atau hanya diperingatkan.",
    ActingLimit,
    (
        Column("klasifikasi", "Kode klasifikasi"),
        Column(
            "measure", "Tindakan", choices=((Measure.BARRED.value, "Ditolak"), (Measure.WARNED.value, "Peringatan"))
        ),
    ),
    _SEED / "acting_limits.csv",
    key=("klasifikasi",),
)
DISPOSISI_PHRASES = Table(
    "eoffice-isi-disposisi",
    "Isi disposisi",
    "Kalimat baku yang dipilih pada disposisi. Yang meminta kehadiran menyiapkan draf agenda bagi penerimanya.",
    Phrase,
    (
        Column("phrase", "Kalimat"),
        Column("place", "Urutan"),
        Column(
            "asks",
            "Menyiapkan",
            choices=((Asks.WORDS_ALONE.value, "Tidak ada"), (Asks.WITH_AGENDA.value, "Draf agenda")),
        ),
    ),
    _SEED / "disposisi_phrases.csv",
    key=("phrase",),
)
