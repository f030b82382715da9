"""Reading a pasted list of NIPs."""

from __future__ import annotations

import pytest

from functions.eagenda.domain.nip_list import read_nips, require_not_too_long
from shared.refusals import InvalidField

PNS, PPPK, THIRD = "198609262015051001", "199009132025242014", "199409222019031903"


def nips(text: str) -> list[str]:
    return [row.nip for row in read_nips(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PNS}\n{PPPK}",
        f"\ufeffNIP\r\n{PNS}\r\n\r\n{PPPK}\r\n",
        f"{PNS}, {PPPK}",
        f"{PNS};{PPPK};",
        f"{PNS} {PPPK}",
        "19860926 201505 1 001\n19900913.202524.2.014",
        "19860926\u00a0201505\u00a01\u00a0001\t19900913 202524 2 014",
        f"'{PNS}\n\u200b{PPPK}\u200b",
        f"No\tNama\tNIP\n1\tSiti Aminah, S.Kom.\t{PNS}\n2\tBudi\t{PPPK}",
        f"1. Siti Aminah {PNS}\n2. Budi {PPPK}",
    ],
)
def test_a_list_is_read_however_it_is_pasted(text: str) -> None:
    assert nips(text) == [PNS, PPPK]


def test_a_number_that_is_no_nip_says_what_is_wrong_with_it() -> None:
    rows = read_nips("19860926201505100\n198613262015051001\n198609262015133001\nSiti Aminah\n1,98609E+17")
    assert [row.nip for row in rows] == [""] * 5
    assert [row.reason for row in rows] == [
        "17 angka; NIP terdiri dari 18 angka.",
        "Tanggal lahir (angka 1 sampai 8) tidak ada dalam kalender.",
        "Angka 13 dan 14 harus bulan 01 sampai 12 (PNS) atau 21 ke atas (PPPK).",
        "Tidak ada NIP di baris ini.",
        "Dibulatkan oleh lembar kerja. Ubah kolomnya menjadi teks, lalu salin lagi.",
    ]


def test_rows_are_numbered_as_they_come() -> None:
    assert [(row.number, row.text) for row in read_nips(f"{PNS},{PPPK}\n{THIRD}")] == [(1, PNS), (2, PPPK), (3, THIRD)]


def test_a_long_word_is_cut_short() -> None:
    assert len(read_nips("x" * 30 + "1" * 300)[0].text) == 60


@pytest.mark.parametrize("text", ["", "NIP", " \n \n"])
def test_a_list_without_rows_is_refused(text: str) -> None:
    with pytest.raises(InvalidField):
        require_not_too_long(read_nips(text), 10)


def test_a_list_with_too_many_rows_is_refused() -> None:
    with pytest.raises(InvalidField):
        require_not_too_long(read_nips(f"{PNS}\n" * 11), 10)
