"""Listing who is present."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import NotOrganiser
from functions.eagenda.domain.attendance import Attendance, Attendee
from functions.eagenda.domain.presented_code import Method
from functions.eagenda.list_attendance import AttendanceList, WhichAttendance, list_attendance
from functions.eagenda.records import ATTENDANCE
from shared.permissions import Permission
from shared.refusals import RecordMissing
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def listed(meeting: Meeting, by: Actor | None = None, cursor: str | None = None) -> AttendanceList:
    which = WhichAttendance(meeting.id, cursor)
    answer: AttendanceList = meeting.desk.call(list_attendance, which, by=by or meeting.organiser)
    return answer


def test_the_list_shows_everybody_in_order_of_arrival_with_the_counts(desk: Desk) -> None:
    sari, budi = desk.employee("Sari", Permission.ATTEND), desk.employee("Budi", Permission.ATTEND)
    meeting = Meeting(desk, sari, budi)
    meeting.type(budi)
    desk.clock.pass_(minutes=1)
    meeting.scan(meeting.guest)

    answer = listed(meeting)

    assert [(it.name, it.method) for it in answer.items] == [
        ("Budi", Method.SHORT_CODE),
        ("Aditya", Method.LINK),
    ]
    assert (answer.items[1].position_title, answer.items[1].organisation_name) == ("Jabatan Aditya", "Dinas Bapenda")
    assert answer.items[1].attended_at == desk.clock.now()
    assert (answer.present_count, answer.invited_count, answer.state) == (2, 3, "scheduled")


def test_numbers_of_persons_are_masked(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    response = meeting.desk.request(
        list_attendance, params={"agenda_id": meeting.id}, token=meeting.desk.token(meeting.organiser)
    )
    assert response.get_json()["items"][0]["nip"] == "1994••••••••••1903"
    assert "199409222019031903" not in response.get_data(as_text=True)


def test_an_unchanged_list_is_not_sent_again(meeting: Meeting) -> None:
    def ask(etag: str = "") -> tuple[int, str]:
        response = meeting.desk.request(
            list_attendance,
            params={"agenda_id": meeting.id},
            token=meeting.desk.token(meeting.organiser),
            headers={"If-None-Match": etag} if etag else {},
        )
        return response.status_code, response.headers["ETag"]

    _, seen = ask()
    meeting.desk.clock.pass_(seconds=1)
    assert ask(seen) == (304, seen)

    meeting.scan(meeting.guest)
    status, changed = ask(seen)
    assert (status, changed == seen) == (200, False)


def test_a_long_list_comes_in_pages_of_a_hundred(meeting: Meeting) -> None:
    names = [f"Hadirin {number:03}" for number in range(101)]
    meeting.desk.given(
        ATTENDANCE,
        *(
            Attendance(
                meeting.id,
                Attendee(name, name, None, "Staf", "Dinas"),
                meeting.opens_at + timedelta(seconds=number),
                Method.LINK,
            )
            for number, name in enumerate(names)
        ),
    )
    first = listed(meeting)
    second = listed(meeting, cursor=first.next_cursor)

    assert [it.name for it in (*first.items, *second.items)] == names
    assert (len(first.items), second.next_cursor) == (100, None)


def test_a_colleague_of_the_same_office_sees_the_list(meeting: Meeting, colleague: Actor) -> None:
    meeting.scan(meeting.guest)
    assert listed(meeting, by=colleague).present_count == 1


def test_an_agenda_that_does_not_exist_is_missing(meeting: Meeting) -> None:
    with pytest.raises(RecordMissing):
        meeting.desk.call(list_attendance, WhichAttendance("tidak-ada"), by=meeting.organiser)


def test_to_another_office_there_is_no_list(meeting: Meeting, stranger: Actor) -> None:
    meeting.scan(meeting.guest)
    with pytest.raises(RecordMissing):
        listed(meeting, by=stranger)


def test_the_office_above_is_told_whom_to_ask(meeting: Meeting, superior: Actor) -> None:
    with pytest.raises(NotOrganiser, match="Hubungi Dewi"):
        listed(meeting, by=superior)
