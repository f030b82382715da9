"""The daftar hadir of an agenda of sittings, and where leaving is recorded: of each sitting and of all."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.export_attendance import WhichAttendanceToExport, export_attendance
from functions.eagenda.print_daftar_hadir import WhichDaftarHadir, print_daftar_hadir
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.sessions import bimtek
from tests.eagenda.test_print_daftar_hadir import text_of

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """Return a bimtek that Aditya came to and left, and whose second half Sari never left; a guest came first."""
    other = desk.employee("Sari", Permission.ATTEND)
    meeting = bimtek(desk, other, leaving_minutes=15, admit_guests=True)
    meeting.scan(meeting.guest)
    meeting.write_down("Bu Ratna")
    desk.clock.set(meeting.agenda().sittings[0].ends_at)
    meeting.scan(meeting.guest)
    desk.clock.pass_(hours=1)
    meeting.scan(other)
    return meeting


def paper(meeting: Meeting, sitting_id: str = "") -> str:
    """Return what a person reads on the paper of a sitting or of all."""
    asked = WhichDaftarHadir(meeting.id, sitting_id)
    return text_of(meeting.desk.call(print_daftar_hadir, asked, by=meeting.organiser))


def rows(meeting: Meeting, sitting_id: str = "") -> list[tuple[object, ...]]:
    """Return the rows below the head of the table of a sitting or of all."""
    asked = WhichAttendanceToExport(meeting.id, sitting_id)
    content = meeting.desk.call(export_attendance, asked, by=meeting.organiser).content
    found = list(load_workbook(io.BytesIO(content))["Daftar Hadir"].iter_rows(values_only=True))
    return [row for row in found if isinstance(row[0], int)]


def test_the_paper_of_all_has_a_list_for_each_sitting_and_says_who_left(meeting: Meeting) -> None:
    draft = paper(meeting).replace("NIP 19940922 201903 1 903 ", "")
    assert "Materi Selasa, 24 November 2026, 09.00" in draft
    assert "Aditya Jabatan Aditya Dinas Bapenda Hadir 08.30 WIB Pulang 10.00 WIB" in draft
    assert "Tamu No. Nama Jabatan Instansi Tanda Hadir 1 Bu Ratna" in draft
    assert "Sari Jabatan Sari Dinas Diskominfo Hadir 11.00 WIB Pulang belum tercatat" in draft
    assert "Materi: 1 dari 2 undangan, dan 1 tamu. Praktik: 1 dari 2 undangan." in draft


def test_a_paper_of_one_sitting_is_sealed_as_the_whole_is(meeting: Meeting) -> None:
    sheet = meeting.close().sheet
    meeting.desk.deliver()
    first, second = (paper(meeting, it.id) for it in meeting.agenda().sittings)

    assert "Sesi : Materi" in first
    assert "Aditya" in first
    assert "Sari" not in first
    assert "Pulang tidak tercatat" in second
    assert "Aditya" not in second
    assert all(sheet.sha256 in it.replace(" ", "") for it in (first, second, paper(meeting)))


def test_whoever_came_to_several_sittings_counts_once_in_the_whole(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    assert meeting.close().present_count == 2


def test_the_table_of_all_names_the_sitting_of_each_row_and_that_of_one_does_not(meeting: Meeting) -> None:
    first, second = meeting.agenda().sittings
    assert [(row[1], row[2], row[8]) for row in rows(meeting)] == [
        ("Materi", "Aditya", datetime(2026, 11, 24, 10, 0)),  # noqa: DTZ001 -- a spreadsheet knows no zones
        ("Praktik", "Sari", "Belum tercatat"),
        ("Materi", "Bu Ratna", None),
    ]
    assert [row[1] for row in rows(meeting, first.id)] == ["Aditya", "Bu Ratna"]
    assert [row[1] for row in rows(meeting, second.id)] == ["Sari"]


def test_there_is_no_paper_of_a_sitting_that_is_none(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        paper(meeting, "none")
    with pytest.raises(RecordMissing):
        rows(meeting, "none")
