"""Attendance lists as the tests of their paper need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shared.letters.daftar_hadir import Closure, DaftarHadir, GuestRow, Row, content_sha256
from shared.letters.kop import Kop

BEGIN = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)


SITI = Row(
    name="Siti Nur Aisyah, S.Kom., M.T.",
    nip="198609262015051001",
    position="Pranata Komputer Ahli Muda",
    organisation="Dinas Komunikasi dan Informatika",
    at=datetime(2026, 11, 24, 1, 57, 3, tzinfo=UTC),
)


MADE = Row(
    name="Made",
    nip=None,
    position="Camat Trowulan",
    organisation="Kecamatan Trowulan",
    at=datetime(2026, 11, 24, 1, 58, 59, tzinfo=UTC),
)


DRAFT = DaftarHadir(
    kop=Kop(
        lines=("Pemerintah Kabupaten Mojokerto", "Dinas Komunikasi dan Informatika"),
        address="Jalan KH. Hasyim Ashari Nomor 12, Mojokerto 61318",
        contact="Telepon (0321) 391268, diskominfo.mojokertokab.go.id",
    ),
    title="Rapat Koordinasi SPBE",
    place="Ruang Satya Bina Karya",
    starts_at=BEGIN,
    ends_at=BEGIN + timedelta(minutes=90),
    organiser_name="Ardi Sepdianto, S.T., M.T.",
    organiser_position="Kepala Dinas Komunikasi dan Informatika",
    rows=(SITI, MADE),
    invited_count=40,
    closure=None,
    printed_at=BEGIN + timedelta(minutes=97),
    demo=False,
)


RATNA = GuestRow(
    name="Bu Ratna",
    position="Direktur",
    institution="PT Angin Timur",
    at=datetime(2026, 11, 24, 1, 59, 0, tzinfo=UTC),
)


WITH_GUESTS = replace(DRAFT, guests=[RATNA])


def closed(sheet: DaftarHadir) -> DaftarHadir:
    closure = Closure(version=1, content_sha256=content_sha256(sheet), closed_at=BEGIN + timedelta(minutes=95))
    return replace(sheet, closure=closure)


def many(count: int) -> DaftarHadir:
    rows = [replace(SITI, name=f"Peserta {number}") for number in range(1, count + 1)]
    return replace(DRAFT, rows=rows, invited_count=count)
