"""Exporting the attendance list as a table."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from functions.eagenda.attendance_table import METHODS
from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.export_attendance import WhichAttendanceToExport, export_attendance
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting
from tests.eagenda.test_record_by_hand import write_down

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.answers import Xlsx
    from tests.desk import Desk


def export(meeting: Meeting, by: Actor | None = None) -> Xlsx:
    exported: Xlsx = meeting.desk.call(
        export_attendance, WhichAttendanceToExport(meeting.id), by=by or meeting.organiser
    )
    return exported


def lines(exported: Xlsx) -> list[tuple[object, ...]]:
    """Return what stands in the sheet, without empty lines and cells."""
    sheet = load_workbook(io.BytesIO(exported.content))["Daftar Hadir"]
    found = [tuple(value for value in row if value is not None) for row in sheet.iter_rows(values_only=True)]
    return [line for line in found if line]


def test_the_list_says_who_came_when_and_how(desk: Desk) -> None:
    typist = desk.employee("Ilham")
    meeting = Meeting(desk, typist)
    meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(seconds=75)
    meeting.type(typist)

    titles, aditya, ilham = lines(export(meeting))[-3:]

    assert titles == ("No", "Nama", "NIP", "Jabatan", "Unit Kerja", "Pukul WIB", "Cara")
    arrival = datetime(2026, 11, 24, 8, 30)  # noqa: DTZ001 -- a sheet has no zones
    assert aditya == (1, "Aditya", "199409222019031903", "Jabatan Aditya", "Dinas Bapenda", arrival, "Pindai")
    later = arrival.replace(minute=31, second=15)
    assert ilham == (2, "Ilham", "Jabatan Ilham", "Dinas Diskominfo", later, "Ketik kode")


def test_guests_follow_those_invited_marked_as_such(desk: Desk) -> None:
    meeting = Meeting(desk, admit_guests=True)
    meeting.scan(meeting.guest)
    meeting.write_down("=HYPERLINK(1)", telephone="0812-3456-7890")

    exported = lines(export(meeting))

    assert ("Jumlah hadir: 1 dari 1 undangan, 1 tamu",) in exported
    arrival = datetime(2026, 11, 24, 8, 30)  # noqa: DTZ001 -- a sheet has no zones
    assert exported[-1] == (2, "=HYPERLINK(1)", "Direktur", "PT Angin Timur", arrival, "Tamu")


def test_of_whoever_was_written_down_by_hand_the_reason_stands_beside_the_name(desk: Desk) -> None:
    scanned = desk.employee("Ilham")
    meeting = Meeting(desk, scanned, leaving_minutes=15)
    meeting.scan(scanned)
    desk.clock.pass_(minutes=1)
    write_down(meeting, reason="=HYPERLINK(1)")
    desk.clock.pass_(minutes=80)
    write_down(meeting, person_id=scanned.id, reason="Lupa memindai")

    titles, ilham, aditya = lines(export(meeting))[-3:]

    assert titles[-1] == "Keterangan"
    assert ilham[-1] == "Pulang dicatat petugas: Lupa memindai"
    assert aditya[-3:] == ("Petugas", "Belum tercatat", "=HYPERLINK(1)")


def test_every_way_to_attend_has_its_word() -> None:
    assert METHODS.keys() == set(Method)


def test_the_meetings_facts_stand_above_and_say_whether_the_list_is_final(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    assert lines(export(meeting))[:8] == [
        ("Daftar Hadir",),
        ("Acara: Rapat Koordinasi SPBE",),
        ("Hari/Tanggal: Selasa, 24 November 2026",),
        ("Waktu: 09.00–10.00 WIB",),
        ("Tempat: Aula Majapahit",),
        ("Penyelenggara: Dewi, Dinas Diskominfo",),
        ("Jumlah hadir: 1 dari 1 undangan",),
        ("Status: Konsep, keadaan 24 November 2026 08.30 WIB",),
    ]

    meeting.close()
    assert ("Status: Versi 1, ditutup 24 November 2026 08.30 WIB",) in lines(export(meeting))


def test_a_closed_list_is_exported_alike_whenever_it_is_exported(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.close()
    before = export(meeting)
    meeting.desk.clock.pass_(days=40)

    assert export(meeting) == before


def test_a_demo_says_that_it_is_one(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting.desk, "demo", True, raising=False)
    assert ("CONTOH: data peragaan, bukan naskah dinas",) in lines(export(meeting))


def test_the_browser_gets_a_spreadsheet_with_a_name(meeting: Meeting) -> None:
    response = meeting.desk.request(
        export_attendance, params={"agenda_id": meeting.id}, token=meeting.desk.token(meeting.organiser)
    )
    assert response.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert response.headers["Content-Disposition"] == f'attachment; filename="daftar-hadir-{meeting.id}.xlsx"'
    assert response.data.startswith(b"PK")


def test_to_another_office_there_is_no_list(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        export(meeting, by=stranger)


def test_those_invited_do_not_export_the_list_of_the_others(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        export(meeting, by=meeting.guest)


def test_the_office_above_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        export(meeting, by=superior)
