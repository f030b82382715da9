"""Naskah's tables: how letters are numbered."""

from __future__ import annotations

from pathlib import Path

from functions.papers.domain.numbering import NumberedKind, NumberRow
from shared.tables.table import Column, Table

NUMBER_PATTERNS = Table(
    "pola-nomor",
    "Pola nomor surat",
    "Bentuk nomor dan kode klasifikasi tiap jenis surat. Nomor urut mulai dari 1 setiap tahun.",
    NumberRow,
    (
        Column("kind", "Jenis surat", choices=((NumberedKind.SURAT_KETERANGAN.value, "Surat keterangan"),)),
        Column("classification", "Kode klasifikasi"),
        Column("pattern", "Pola nomor"),
    ),
    Path(__file__).parent / "seed" / "number_patterns.csv",
    key=("kind",),
)
