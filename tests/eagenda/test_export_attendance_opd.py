"""The attendance office by office as a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.export_attendance_opd import export_attendance_opd
from shared.refusals import InvalidField, RecordMissing
from tests.eagenda.by_office import BAPENDA, DINSOS, ask, meeting_of_two_offices
from tests.eagenda.one_store import one_store

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting

pytestmark = one_store


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return meeting_of_two_offices(desk)


def lines(content: bytes) -> list[list[object]]:
    [sheet] = load_workbook(io.BytesIO(content)).worksheets
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_table_has_a_sum_after_each_office(meeting: Meeting) -> None:
    told = lines(ask(meeting, export_attendance_opd).content)
    assert [f"Jumlah {BAPENDA}: hadir 1 dari 2 undangan"] in told
    assert [f"Jumlah {DINSOS}: hadir 1 dari 1 undangan"] in told
    one = lines(ask(meeting, export_attendance_opd, BAPENDA).content)
    assert [row[1] for row in one if row[:1] == [1]] == ["Aditya"]


def test_an_office_that_is_not_invited_is_refused_and_others_are_told_nothing(
    meeting: Meeting, superior: Actor, stranger: Actor
) -> None:
    with pytest.raises(InvalidField, match="Pilih kantor"):
        ask(meeting, export_attendance_opd, "Dinas Lain")
    with pytest.raises(NotOrganiser):
        ask(meeting, export_attendance_opd, by=superior)
    with pytest.raises(RecordMissing):
        ask(meeting, export_attendance_opd, by=stranger)
