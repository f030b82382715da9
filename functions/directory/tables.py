"""The directory's tables: what an administrator may change of its rules."""

from __future__ import annotations

from pathlib import Path

from functions.directory.domain.import_limits import ImportLimit
from shared.tables.table import Column, Table

IMPORT_LIMIT = Table(
    "direktori-impor",
    "Impor pegawai",
    "Ukuran berkas pegawai yang boleh diimpor.",
    ImportLimit,
    (Column("largest_megabytes", "Ukuran berkas paling besar", "MB"),),
    Path(__file__).parent / "seed" / "import_limit.csv",
)
