"""The organiser's list of spot checks, and their mark in the table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.attendance_table import REPLIES
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.spot_check import Reply
from functions.eagenda.export_attendance import WhichAttendanceToExport, export_attendance
from shared.refusals import RecordMissing
from tests.eagenda.one_store import one_store
from tests.eagenda.spot_checking import Hall

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def column(hall: Hall, title: str) -> list[object]:
    which = WhichAttendanceToExport(hall.meeting.id)
    file = hall.desk.call(export_attendance, which, by=hall.meeting.organiser)
    [sheet] = load_workbook(io.BytesIO(file.content)).worksheets
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(row for row in rows if title in row)
    return [row[head.index(title)] for row in rows[rows.index(head) + 1 :]]


def test_the_table_marks_who_did_not_answer_and_keeps_everybody(desk: Desk) -> None:
    hall = Hall(desk)
    hall.start()
    right, wrong, *silent = hall.drawn()
    assert hall.listed().items[0].shown == ""  # while it runs only the hall shows it
    hall.answer(right)
    hall.answer(wrong, hall.wrong())
    desk.clock.set(hall.check().due_at)
    assert hall.listed().items[0].shown == hall.check().shown
    marks = column(hall, "Cek acak")
    assert marks.count(REPLIES[Reply.MISSED]) == len(silent) == 3
    assert marks.count(REPLIES[Reply.MISTAKEN]) == marks.count(REPLIES[Reply.VERIFIED]) == 1
    assert len(column(hall, "Nama")) == 7
    assert set(REPLIES) == set(Reply)


@one_store
def test_nobody_but_those_who_run_it_is_told_who_was_drawn(desk: Desk, stranger: Actor) -> None:
    hall = Hall(desk)
    hall.start()
    superior = desk.employee("Gatot", *stranger.permissions, organisation="setda")
    with pytest.raises(NotOrganiser):
        hall.listed(by=superior)
    for other in (stranger, hall.drawn()[0]):
        with pytest.raises(RecordMissing):
            hall.listed(by=desk.employee(other.name, *stranger.permissions, organisation="dinsos"))
