"""Klasifikasi arsip."""

from __future__ import annotations

import csv

from functions.eoffice.domain.klasifikasi import found, place
from functions.eoffice.tables import KLASIFIKASI

LISTED = {"000": "UMUM", "000.1": "KETATAUSAHAAN", "000.1.2": "Perjalanan Dinas", "000.1.10": "Sepuluh"}


def test_every_row_of_the_annex_is_there_and_each_has_what_it_lies_below() -> None:
    with KLASIFIKASI.seed.open(encoding="utf-8", newline="") as file:
        listed = {row["code"]: row["title"] for row in csv.DictReader(file)}
    assert len(listed) == 2988
    assert all(code.rpartition(".")[0] in listed for code in listed if "." in code)
    assert all(KLASIFIKASI.value(row.values).code for row in KLASIFIKASI.released())


def test_a_code_lies_below_the_longest_one_that_is_listed() -> None:
    placed = place("000.1.2.99", LISTED)
    assert placed is not None
    assert (placed.known, placed.is_listed, placed.titles[-1]) == ("000.1.2", False, "Perjalanan Dinas")
    assert place("999", LISTED) is None
    assert place("000.", LISTED) is None


def test_codes_stand_in_the_order_of_their_numbers() -> None:
    assert [it.code for it in found("000.1", LISTED, 9)] == ["000.1", "000.1.2", "000.1.10"]
