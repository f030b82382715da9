"""What the text of a letter says of it."""

from __future__ import annotations

from datetime import date

import pytest

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.reading import NOTHING_READ, read


def test_nothing_is_proposed_of_a_text_that_is_no_letter() -> None:
    assert read("") == NOTHING_READ
    assert read("Lorem ipsum dolor sit amet\n12 Maju 2026\n31 Februari 2026") == NOTHING_READ


def test_a_date_on_the_line_of_the_number_is_no_part_of_it() -> None:
    said = read("Nomor : 005/77/416-103/2026   Mojokerto, 3 Maret 2026\nSifat : Biasa")
    assert (said.number, said.dated_on) == ("005/77/416-103/2026", date(2026, 3, 3))


def test_the_hal_ends_where_the_address_begins() -> None:
    said = read("Perihal : Permohonan data\nKepada\nYth. Kepala Dinas")
    assert said.hal == "Permohonan data"
    assert read("Hal : Permohonan data\npenduduk miskin\n\nYth. Kepala").hal == "Permohonan data penduduk miskin"


@pytest.mark.parametrize(
    ("word", "sifat", "urgensi"),
    [
        ("Biasa", None, None),
        ("Rahasia", Sifat.RAHASIA, None),
        ("SANGAT RAHASIA", Sifat.SANGAT_RAHASIA, None),
        ("Terbatas", Sifat.TERBATAS, None),
        ("Segera", None, Urgensi.SEGERA),
        ("Amat Segera", None, Urgensi.AMAT_SEGERA),
        ("Rahasia / Segera", Sifat.RAHASIA, Urgensi.SEGERA),
    ],
)
def test_one_line_says_how_secret_and_how_urgent(word: str, sifat: Sifat | None, urgensi: Urgensi | None) -> None:
    said = read(f"Sifat : {word}")
    assert (said.sifat, said.urgensi) == (sifat, urgensi)


@pytest.mark.parametrize(
    ("kop", "sender"),
    [
        ("PEMERINTAH KABUPATEN MOJOKERTO\nDINAS KESEHATAN", "Dinas Kesehatan"),
        ("PEMERINTAH KOTA MOJOKERTO\nDINAS KESEHATAN", "Dinas Kesehatan Kota Mojokerto"),
        ("PEMERINTAH KABUPATEN JOMBANG\nBUPATI", "Pemerintah Kabupaten Jombang"),
        ("PT MAJU JAYA\nJalan Raya 1", "PT Maju Jaya"),
        ("KEMENTERIAN DALAM NEGERI\nREPUBLIK INDONESIA", "Kementerian Dalam Negeri"),
        ("Bapak Camat yang baik", ""),
    ],
)
def test_the_sender_is_read_from_the_kop(kop: str, sender: str) -> None:
    assert read(kop).sender == sender


def test_the_first_part_of_a_number_is_proposed_as_klasifikasi_where_it_has_its_form() -> None:
    assert read("Nomor : 800.1.11.1/0210/BKAD/II/2024").klasifikasi == "800.1.11.1"
    assert read("Nomor : B-302/INSP/800.1.2/X/2025").klasifikasi == ""
