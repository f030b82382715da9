"""Closing the attendance: the list is final and has a hash."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.close_attendance import Closing, close_attendance
from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaState, NotOrganiser
from functions.eagenda.domain.attendance import Attendance, AttendanceOver, Attendee
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.domain.provisional_scan import ScansWait
from functions.eagenda.records import ATTENDANCE
from functions.eagenda.remove_guest import GuestToRemove, remove_guest
from shared.events.eagenda import AttendanceClosed
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.phone import Phone


def test_closing_fixes_the_list_and_its_hash_can_be_recomputed_from_the_paper(meeting: Meeting) -> None:
    meeting.desk.clock.pass_(minutes=27, seconds=3)
    meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(minutes=60)

    answer = meeting.close()

    # What the paper shows, written down by hand: this form is a promise to whoever holds a copy.
    facts = {
        "form": "daftar-hadir/1",
        "title": "Rapat Koordinasi SPBE",
        "place": "Aula Majapahit",
        "starts_at": "2026-11-24T09:00+07:00",
        "ends_at": "2026-11-24T10:00+07:00",
        "organiser": {"name": "Dewi", "position": "Jabatan Dewi"},
        "invited_count": 1,
        "rows": [
            {
                "name": "Aditya",
                "nip": "199409222019031903",
                "position": "Jabatan Aditya",
                "organisation": "Dinas Bapenda",
                "at": "2026-11-24T08:57+07:00",
            }
        ],
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert answer.sheet.sha256 == hashlib.sha256(canonical.encode()).hexdigest()
    assert (answer.sheet.version, answer.sheet.closed_at) == (1, meeting.desk.clock.now())
    assert (answer.present_count, answer.already) == (1, False)
    assert (meeting.agenda().state, meeting.agenda().sheet) == (AgendaState.CLOSED, answer.sheet)
    assert meeting.desk.announced(AttendanceClosed) == [AttendanceClosed(meeting.id, 1)]


def test_the_hash_of_a_list_that_admits_guests_is_of_them_too(desk: Desk) -> None:
    meeting = Meeting(desk, admit_guests=True)
    meeting.write_down("Bu Ratna", telephone="0812-3456-7890")

    answer = meeting.close()

    facts = {
        "form": "daftar-hadir/2",
        "title": "Rapat Koordinasi SPBE",
        "place": "Aula Majapahit",
        "starts_at": "2026-11-24T09:00+07:00",
        "ends_at": "2026-11-24T10:00+07:00",
        "organiser": {"name": "Dewi", "position": "Jabatan Dewi"},
        "invited_count": 1,
        "rows": [],
        "guests": [
            {
                "name": "Bu Ratna",
                "position": "Direktur",
                "institution": "PT Angin Timur",
                "at": "2026-11-24T08:30+07:00",
            }
        ],
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert answer.sheet.sha256 == hashlib.sha256(canonical.encode()).hexdigest()
    assert answer.present_count == 0


def test_a_removed_guest_is_no_fact_of_the_list(desk: Desk) -> None:
    one, other = (Meeting(desk, admit_guests=True) for _ in range(2))
    one.write_down()
    desk.call(remove_guest, GuestToRemove(one.id, one.guests()[0].id, "Salah isi"), by=one.organiser)

    assert one.close().sheet.sha256 == other.close().sheet.sha256


def test_nobody_is_added_after_the_closing(desk: Desk) -> None:
    late = desk.employee("Sari", Permission.ATTEND)
    meeting = Meeting(desk, late)
    meeting.scan(meeting.guest)
    sheet = meeting.close().sheet

    with pytest.raises(AttendanceOver):
        meeting.scan(late)
    assert meeting.present() == [meeting.guest.id]
    assert meeting.close().sheet == sheet


def test_closing_twice_answers_already_with_the_same_list(meeting: Meeting, colleague: Actor) -> None:
    seen = meeting.version()
    first = meeting.close(version=seen)
    meeting.desk.clock.pass_(minutes=5)

    again = meeting.close(by=colleague, version=seen)

    assert (again.sheet, again.already) == (first.sheet, True)
    assert len(meeting.desk.announced(AttendanceClosed)) == 1


def test_every_attendance_of_a_long_list_is_on_it(meeting: Meeting) -> None:
    names = [f"Hadirin {number}" for number in range(101)]
    rows = [
        Attendance(
            meeting.id,
            Attendee(name, name, None, "Staf", "Dinas"),
            meeting.opens_at + timedelta(seconds=number),
            Method.LINK,
        )
        for number, name in enumerate(names)
    ]
    meeting.desk.given(ATTENDANCE, *rows)

    assert meeting.close().present_count == 101


def test_who_saw_another_version_is_told_who_changed_it_and_when(meeting: Meeting, colleague: Actor) -> None:
    changed_at = meeting.desk.clock.now()
    with pytest.raises(Stale) as refusal:
        meeting.close(by=colleague, version=meeting.version() + 1)
    assert refusal.value.facts == {"changed_by": "Dewi", "changed_at": changed_at}
    assert meeting.agenda().sheet is None


def test_a_cancelled_meeting_has_no_list_to_close(meeting: Meeting) -> None:
    meeting.cancel("Hujan lebat")
    with pytest.raises(AgendaIsCancelled, match="Hujan lebat"):
        meeting.close()


def test_while_kept_scans_wait_the_list_is_closed_only_when_that_is_said(meeting: Meeting, phone: Phone) -> None:
    phone.send(phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now()))

    with pytest.raises(ScansWait) as refusal:
        meeting.close()
    assert refusal.value.facts == {"waiting_count": 1}
    assert meeting.agenda().state is AgendaState.SCHEDULED

    assert meeting.close(leave_waiting=True).present_count == 0
    assert meeting.close().already


def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(close_attendance, Closing("tidak-ada", 1), by=meeting.organiser)


def test_to_another_office_the_agenda_is_missing_and_stays_open(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        meeting.close(by=stranger)
    assert meeting.agenda().sheet is None


def test_the_office_above_sees_it_and_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        meeting.close(by=superior)
    assert meeting.agenda().sheet is None
