"""The register of a year as a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from functions.papers.export_register import RegisterToExport, export_register

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.papers.letters import Letters


def rows(letters: Letters, year: int = 2026, by: Actor | None = None) -> list[list[object]]:
    answer = letters.desk.call(export_register, RegisterToExport(year), by=by or letters.ratna)
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]


def test_every_number_of_the_year_stands_there_in_its_order_the_cancelled_too(letters: Letters) -> None:
    letters.cancel(letters.prepare().letter_id, "Nama salah")
    letters.desk.clock.pass_(minutes=1)
    letters.issue(letters.prepare().letter_id)
    letters.prepare()
    found = [(row[0], row[1], row[4], row[6]) for row in rows(letters) if isinstance(row[1], int)]
    assert found == [
        ("800.1.13/1/416-114/2026", 1, "Batal", "Nama salah"),
        ("800.1.13/2/416-114/2026", 2, "Terbit", None),
        ("800.1.13/3/416-114/2026", 3, "Belum terbit", None),
    ]


def test_another_year_and_another_office_have_none_of_them(letters: Letters, stranger: Actor) -> None:
    letters.prepare()
    assert [row for row in rows(letters, 2027) if isinstance(row[1], int)] == []
    assert [row for row in rows(letters, by=stranger) if isinstance(row[1], int)] == []
