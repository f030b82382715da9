"""Recording attendance by the letters below the hall's QR code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled
from functions.eagenda.domain.attendance import AttendanceNotOpen, AttendanceOver
from functions.eagenda.domain.presented_code import CodeExpired, Method
from functions.eagenda.record_attendance_by_short_code import record_attendance_by_short_code
from functions.eagenda.records import ATTENDANCE, OF_AGENDA_IN_ORDER
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.rules.calendar import wib_time
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk

INSTANT = timedelta(microseconds=1)


def test_who_types_the_halls_letters_is_present(meeting: Meeting) -> None:
    now = meeting.desk.clock.now()

    answer = meeting.type(meeting.guest)

    assert (answer.agenda_id, answer.person_name) == (meeting.id, "Aditya")
    assert (answer.attended_at, answer.already) == (now, False)
    [attendance] = meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)
    assert attendance.method is Method.SHORT_CODE
    assert meeting.desk.announced(AttendanceRecorded) == [AttendanceRecorded(meeting.id, meeting.guest.id, now)]


def test_small_letters_and_spaces_are_forgiven(meeting: Meeting) -> None:
    letters = meeting.short_code().lower()
    assert not meeting.type(meeting.guest, f" {letters[:3]} {letters[3:]} ").already


def test_typing_again_or_after_a_scan_answers_the_first_time(meeting: Meeting) -> None:
    first = meeting.scan(meeting.guest)
    meeting.desk.clock.pass_(minutes=3)

    again = meeting.type(meeting.guest)

    assert (again.attended_at, again.already) == (first.attended_at, True)
    [attendance] = meeting.desk.all(ATTENDANCE, OF_AGENDA_IN_ORDER, meeting.id)
    assert attendance.method is Method.LINK


def test_the_letters_choose_among_the_meetings_of_the_day(desk: Desk) -> None:
    first, second, third = Meeting(desk), Meeting(desk), Meeting(desk)

    assert second.type(second.guest).agenda_id == second.id
    assert (first.present(), third.present()) == ([], [])


def test_letters_of_the_previous_slot_are_accepted_and_older_ones_refused_by_name(meeting: Meeting) -> None:
    letters = meeting.short_code()
    meeting.desk.clock.pass_(seconds=60)
    with pytest.raises(CodeExpired):
        meeting.type(meeting.guest, letters)
    assert meeting.refused() == ["code-expired"]  # of that agenda, since the letters still name it

    meeting.desk.clock.set(meeting.desk.clock.now() - INSTANT)
    assert not meeting.type(meeting.guest, letters).already


@pytest.mark.parametrize("letters", ["ABCDEF", "0O1I00", "x", "\u00c4\u00d6\u00dc\u00df"])
def test_a_guess_names_no_agenda_and_is_refused(meeting: Meeting, letters: str) -> None:
    with pytest.raises(CodeExpired):
        meeting.type(meeting.guest, letters)
    assert (meeting.present(), meeting.refused()) == ([], [])


def test_letters_of_more_than_ten_minutes_ago_name_no_agenda(meeting: Meeting) -> None:
    letters = meeting.short_code()
    meeting.desk.clock.pass_(minutes=11)
    with pytest.raises(CodeExpired):
        meeting.type(meeting.guest, letters)
    assert meeting.refused() == []


def test_guessing_is_stopped_after_six_tries_a_minute(meeting: Meeting, stranger: Actor) -> None:
    def guess(by: Actor) -> int:
        body = {"short_code": "ABCDEF"}
        response = meeting.desk.request(record_attendance_by_short_code, json_body=body, token=meeting.desk.token(by))
        return response.status_code

    assert [guess(meeting.guest) for _ in range(7)] == [410] * 6 + [429]
    assert guess(stranger) == 410  # each person has their own tries, in a hall that shares one address


def test_who_is_not_invited_cannot_use_the_letters(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(CodeExpired):
        meeting.type(stranger)
    assert meeting.present() == []


def test_only_todays_meetings_are_looked_through(desk: Desk) -> None:
    tomorrow = Meeting(desk, starts_at=desk.clock.now() + timedelta(days=1))
    with pytest.raises(CodeExpired):
        tomorrow.type(tomorrow.guest)
    assert tomorrow.refused() == []


def test_a_meeting_after_midnight_is_found_once_its_attendance_is_open(desk: Desk) -> None:
    desk.clock.set(wib_time(date(2026, 11, 24), "23:40"))
    meeting = Meeting(desk, starts_at=wib_time(date(2026, 11, 25), "00:05"))
    assert not meeting.type(meeting.guest).already


def test_a_meeting_of_several_days_is_one_of_todays_on_each_of_them(desk: Desk) -> None:
    training = Meeting(desk, lasts=timedelta(days=2, hours=6))
    desk.clock.pass_(days=2)
    assert not training.type(training.guest).already


def test_letters_typed_before_the_opening_are_too_early(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.opens_at - INSTANT)
    with pytest.raises(AttendanceNotOpen):
        meeting.type(meeting.guest)
    assert meeting.refused() == ["attendance-not-open"]


def test_letters_typed_at_the_closing_are_too_late(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(AttendanceOver):
        meeting.type(meeting.guest)
    assert meeting.refused() == ["attendance-over"]


def test_letters_of_a_cancelled_meeting_are_refused_with_its_reason(meeting: Meeting) -> None:
    meeting.cancel("Hujan lebat")
    with pytest.raises(AgendaIsCancelled, match="Hujan lebat"):
        meeting.type(meeting.guest)
    assert meeting.refused() == ["agenda-is-cancelled"]
