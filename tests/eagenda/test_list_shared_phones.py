"""Phones by which more than one person scanned."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.export_attendance import WhichAttendanceToExport, export_attendance
from functions.eagenda.list_shared_phones import WhichSharedPhones, list_shared_phones
from functions.eagenda.record_attendance import Scan, record_attendance
from functions.eagenda.record_attendance_by_short_code import TypedCode, record_attendance_by_short_code
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

ONE, OTHER = "0b6f3b9e-5c0e-4a9b-9a54-1d2c3e4f5a6b", "7c1e2d3f-0a9b-4c8d-8e7f-6a5b4c3d2e1f"


def employee(desk: Desk, name: str) -> Actor:
    return desk.employee(name, Permission.ATTEND, organisation="dinsos")


@pytest.fixture
def shared(desk: Desk) -> Meeting:
    """Return a meeting at which Budi and Citra scanned with one phone, Aditya with his own, and Eko with neither."""
    budi, citra, eko = (employee(desk, name) for name in ("Budi", "Citra", "Eko"))
    meeting = Meeting(desk, budi, citra, eko)
    for person, browser in ((budi, ONE), (meeting.guest, OTHER), (eko, "")):
        desk.call(record_attendance, Scan(meeting.id, meeting.code(), browser), by=person)
        desk.clock.pass_(minutes=1)
    desk.call(record_attendance_by_short_code, TypedCode(meeting.short_code(), ONE), by=citra)
    return meeting


def test_two_with_one_phone_are_present_and_named_together(shared: Meeting) -> None:
    listed = shared.desk.call(list_shared_phones, WhichSharedPhones(shared.id), by=shared.organiser)
    assert [[it.name for it in phone.people] for phone in listed.items] == [["Budi", "Citra"]]
    assert len(shared.present()) == 4


def test_scanning_again_with_ones_own_phone_is_nothing_to_look_at(shared: Meeting) -> None:
    before = shared.desk.call(list_shared_phones, WhichSharedPhones(shared.id), by=shared.organiser)
    shared.desk.call(record_attendance, Scan(shared.id, shared.code(), ONE), by=shared.guest)
    assert shared.desk.call(list_shared_phones, WhichSharedPhones(shared.id), by=shared.organiser) == before


def test_the_table_names_the_others_of_a_phone(shared: Meeting) -> None:
    file = shared.desk.call(export_attendance, WhichAttendanceToExport(shared.id), by=shared.organiser)
    [sheet] = load_workbook(io.BytesIO(file.content)).worksheets
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(row for row in rows if "Satu ponsel dengan" in row)
    people = rows[rows.index(head) + 1 :]
    said = {row[head.index("Nama")]: row[head.index("Satu ponsel dengan")] for row in people}
    assert said == {"Budi": "Citra", "Citra": "Budi", "Aditya": None, "Eko": None}


def test_nobody_but_those_who_run_the_meeting_is_told(shared: Meeting, stranger: Actor) -> None:
    superior = shared.desk.employee("Gatot", *stranger.permissions, organisation="setda")
    for person, refusal in ((superior, NotOrganiser), (stranger, RecordMissing)):
        with pytest.raises(refusal):
            shared.desk.call(list_shared_phones, WhichSharedPhones(shared.id), by=person)
