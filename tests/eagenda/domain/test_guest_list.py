"""Reading a pasted list of guests."""

from __future__ import annotations

import pytest

from functions.eagenda.domain.guest_list import MOST_ROWS, read_guests
from shared.refusals import InvalidField

RATNA = ("Ratna Wijaya, S.E.", "PT Angin Timur", "ratna@angin.example")


def read(text: str) -> list[tuple[str, str, str]]:
    return [(it.name, it.institution, it.email) for it in read_guests(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Ratna Wijaya, S.E.; PT Angin Timur; ratna@angin.example",
        "Ratna Wijaya, S.E.\tPT Angin Timur\tRatna@angin.example",
        "Ratna Wijaya, S.E. | PT Angin Timur | <ratna@angin.example>",
        "Ratna Wijaya, S.E., PT Angin Timur, ratna@angin.example",
        "\ufeffratna@angin.example; Ratna\u00a0Wijaya, S.E.; PT Angin Timur",
    ],
)
def test_a_line_is_read_however_its_columns_are_parted(line: str) -> None:
    assert read(line) == [RATNA]


def test_a_heading_and_empty_lines_are_no_rows() -> None:
    text = "Nama;Instansi;Surel\n\nRatna Wijaya, S.E.;PT Angin Timur;ratna@angin.example\n  \n"
    assert read(text) == [RATNA]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Ratna; PT Angin Timur", "Tidak ada alamat surel"),
        ("Ratna; PT Angin; a@x.example; b@x.example", "Lebih dari satu alamat surel"),
        ("ratna@angin.example", "Tulis nama, instansi, dan surel"),
        ("Ratna; ratna@angin.example", "Tulis nama, instansi, dan surel"),
        (f"{'R' * 121}; PT Angin; ratna@angin.example", "Terlalu panjang"),
    ],
)
def test_a_row_says_what_is_wrong_with_it(line: str, reason: str) -> None:
    [row] = read_guests(line)
    assert row.reason.startswith(reason)
    assert row.number == 1


def test_an_empty_list_and_one_that_is_too_long_are_refused() -> None:
    for text in ("Nama; Instansi; Surel", " \n", "x\n" * (MOST_ROWS + 1)):
        with pytest.raises(InvalidField):
            read_guests(text)
