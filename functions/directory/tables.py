"""The directory's tables: what an administrator may change of its rules."""

from __future__ import annotations

from pathlib import Path

from functions.directory.domain.absence import StandInLimit
from functions.directory.domain.import_limits import ImportLimit
from functions.directory.domain.personal_data import AccessRetention
from shared.tables.table import Column, Table

_SEED = Path(__file__).parent / "seed"

IMPORT_LIMIT = Table(
    "direktori-impor",
    "Impor pegawai",
    "Ukuran berkas pegawai yang boleh diimpor.",
    ImportLimit,
    (Column("largest_megabytes", "Ukuran berkas paling besar", "MB"),),
    _SEED / "import_limit.csv",
)
ACCESS_RETENTION = Table(
    "direktori-catatan-akses",
    "Catatan siapa melihat data pegawai",
    "Berapa lama disimpan siapa yang membuka NIP, NIK, atau telepon utuh seorang pegawai.",
    AccessRetention,
    (Column("kept_months", "Disimpan", "bulan"),),
    _SEED / "access_retention.csv",
)

STAND_IN_LIMIT = Table(
    "direktori-plh",
    "Pelaksana harian (Plh.)",
    "Siapa yang dapat menjadi Plh. pejabat yang berhalangan, berapa lama, dan kapan Plh. diperlukan.",
    StandInLimit,
    (
        Column("ranks_below", "Paling jauh di bawah jabatan itu", "tingkat"),
        Column("longest_days", "Masa Plh. paling lama", "hari"),
        Column("from_working_days", "Plh. diperlukan mulai", "hari kerja"),
    ),
    Path(__file__).parent / "seed" / "stand_in_limit.csv",
)
