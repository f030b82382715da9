"""A table in a spreadsheet: read back by another library than the one that wrote it."""

from __future__ import annotations

import io
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from shared.letters.table import Column, Table, xlsx

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LATE = datetime(2026, 11, 24, 16, 59, 59, 600_000, tzinfo=UTC)
TABLE = Table(
    title="Daftar Hadir",
    facts={"Acara": "Rapat Koordinasi SPBE", "Tempat": "Pendopo"},
    columns=(Column("No", 6), Column("Nama", 34), Column("NIP", 21), Column("Pukul WIB", 12)),
    rows=((1, "Siti", "198609262015051001", LATE), (2, "Made", None, LATE)),
    made_at=LATE,
)


def opened(table: Table) -> Worksheet:
    sheet = load_workbook(io.BytesIO(xlsx(table))).active
    assert sheet is not None
    return sheet


def values(table: Table) -> list[tuple[object, ...]]:
    return [row for row in opened(table).iter_rows(values_only=True) if any(row)]


def named(name: str) -> Table:
    return replace(TABLE, rows=((1, name, None, LATE),))


def test_it_states_its_facts_then_its_rows() -> None:
    assert values(TABLE) == [
        ("Daftar Hadir", None, None, None),
        ("Acara: Rapat Koordinasi SPBE", None, None, None),
        ("Tempat: Pendopo", None, None, None),
        ("No", "Nama", "NIP", "Pukul WIB"),
        (1, "Siti", "198609262015051001", datetime(2026, 11, 24, 23, 59, 59)),  # noqa: DTZ001 -- a sheet has no zones
        (2, "Made", None, datetime(2026, 11, 24, 23, 59, 59)),  # noqa: DTZ001 -- (same)
    ]


def test_a_nip_stays_text_with_all_its_digits_even_when_it_is_edited() -> None:
    cell = opened(TABLE)["C6"]
    assert (cell.value, cell.data_type, cell.number_format) == ("198609262015051001", "s", "@")
    assert cell.quotePrefix


@pytest.mark.parametrize(
    "name",
    ["=1+1", '=HYPERLINK("http://contoh.example","Klik")', "+62", "-2+3", "@SUM(A1)", "\t=1", "{=1}", "<b>&amp;"],
)
def test_a_name_is_never_a_formula(name: str) -> None:
    cell = opened(named(name))["B6"]
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.hyperlink) == (name, "s", True, None)


def test_an_hour_is_written_with_a_dot_and_with_its_date_when_the_list_has_several_days() -> None:
    next_day = replace(TABLE, rows=((1, "Siti", None, LATE), (2, "Made", None, LATE + timedelta(seconds=1))))
    assert opened(TABLE)["D6"].number_format == 'hh"."mm"."ss'
    assert opened(next_day)["D6"].number_format == 'dd/mm/yyyy hh"."mm"."ss'


def test_titles_stay_in_sight_on_the_screen_and_on_each_page_of_a4() -> None:
    sheet = opened(TABLE)
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert [sheet.column_dimensions[letter].width > 5 for letter in "ABCD"] == [True] * 4


def test_a_list_on_which_nobody_stands_is_a_table_too() -> None:
    assert values(replace(TABLE, rows=()))[-1] == ("No", "Nama", "NIP", "Pukul WIB")


def test_the_same_table_gives_the_same_bytes_at_another_moment() -> None:
    first = xlsx(TABLE)
    time.sleep(2.1)  # archives count in steps of two seconds
    assert xlsx(TABLE) == first
