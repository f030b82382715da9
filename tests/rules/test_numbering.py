"""How a letter's number is written, and which patterns let two letters bear one number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.rules.numbering import check_pattern, series_id, write_number

PATTERN = "{klasifikasi}/{nomor}/{kode_unit}/{tahun}"
DAY = date(2026, 11, 24)


def test_a_number_is_classification_serial_unit_and_year() -> None:
    assert write_number(PATTERN, "800.1.13", 15, "416-114", DAY) == "800.1.13/15/416-114/2026"


def test_a_serial_may_have_four_digits_and_the_month_roman_ones() -> None:
    pattern = check_pattern("{klasifikasi}/{nomor_4}/{kode_unit}/{bulan_romawi}/{tahun}")
    assert write_number(pattern, "800.1.11.1", 210, "BKAD", date(2024, 2, 1)) == "800.1.11.1/0210/BKAD/II/2024"


def test_a_draft_has_dots_where_its_serial_will_be() -> None:
    assert write_number(PATTERN, "800.1.13", None, "416-114", DAY) == "800.1.13/……/416-114/2026"


@pytest.mark.parametrize(
    "pattern",
    [
        "{klasifikasi}/{nomor}/{kode_unit}",
        "{klasifikasi}/{kode_unit}/{tahun}",
        "{nomor}/{tahun}",
        "{nomor}/{kode_unit}/{tahun}/{bulan}",
        "{nomor:04}/{kode_unit}/{tahun}",
        "{nomor}/{kode_unit}/{tahun}/{",
    ],
)
def test_a_pattern_by_which_two_letters_could_bear_one_number_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"Wajib memuat|Yang dikenal"):
        check_pattern(pattern)


@given(st.lists(st.tuples(st.integers(1, 9_999), st.sampled_from(["416-114", "416-115"]), st.dates()), unique=True))
def test_two_letters_of_a_book_never_bear_one_number(letters: list[tuple[int, str, date]]) -> None:
    counted = {(serial, series_id("surat-keluar", code, day)) for serial, code, day in letters}
    written = {write_number(PATTERN, "800.1.13", serial, code, day) for serial, code, day in letters}
    assert len(counted) == len(written)
