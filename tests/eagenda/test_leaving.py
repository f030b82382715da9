"""Leaving: where the meeting wants it, the hall's code near the end records when somebody left."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.presented_code import CodeExpired, Method
from functions.eagenda.list_attendance import WhichAttendance, list_attendance
from functions.eagenda.list_provisional_scans import WhichProvisionalScans, list_provisional_scans
from functions.eagenda.provisional_scans import leaving_key
from functions.eagenda.records import participation_key
from functions.eagenda.show_agenda import WhichAgenda, show_agenda
from shared.events.eagenda_attendance import AttendanceRecorded
from shared.permissions import Permission
from tests.eagenda.meeting import Meeting
from tests.eagenda.sessions import HOUR, attended, bimtek
from tests.eagenda.test_show_hall import display, hall

if TYPE_CHECKING:
    from functions.eagenda.present import Present
    from tests.desk import Desk
    from tests.phone import Phone


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """Return a meeting from nine to ten, which one leaves from a quarter to ten until a quarter past."""
    return Meeting(desk, leaving_minutes=15)


def test_a_scan_near_the_end_records_that_one_leaves(meeting: Meeting) -> None:
    came = meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at - timedelta(minutes=15))
    now = meeting.desk.clock.now()

    left = meeting.scan(meeting.guest)

    assert (left.attended_at, left.left_at, left.already) == (came.attended_at, now, False)
    assert (came.leave_from, came.leave_until) == (now, meeting.ends_at + timedelta(minutes=15))
    kept = attended(meeting, meeting.guest)
    assert kept is not None
    assert (kept.at, kept.left_at, kept.left_by) == (came.attended_at, now, Method.LINK)
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_before_that_a_second_scan_answers_the_first_ones_time(meeting: Meeting) -> None:
    came = meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at - timedelta(minutes=15, microseconds=1))
    assert meeting.scan(meeting.guest) == replace(came, already=True)


def test_leaving_again_answers_the_first_time_whatever_is_scanned(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at)
    left = meeting.type(meeting.guest)
    meeting.desk.clock.pass_(minutes=5)
    assert meeting.scan(meeting.guest, "layar tadi pagi") == replace(left, already=True)


def test_nobody_leaves_by_an_old_code(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    code = meeting.code()
    meeting.desk.clock.set(meeting.ends_at)
    with pytest.raises(CodeExpired):
        meeting.scan(meeting.guest, code)
    assert meeting.refused() == ["code-expired"]


def test_who_comes_that_late_leaves_by_another_code_than_they_came_by(meeting: Meeting) -> None:
    meeting.desk.clock.set(meeting.ends_at - timedelta(minutes=5))
    assert meeting.scan(meeting.guest).left_at is None
    meeting.desk.clock.pass_(seconds=59)
    assert meeting.scan(meeting.guest).left_at is None
    meeting.desk.clock.pass_(seconds=1)
    assert meeting.scan(meeting.guest).left_at == meeting.desk.clock.now()


def test_who_never_scanned_again_is_present_and_shown_as_such(desk: Desk) -> None:
    other = desk.employee("Sari", Permission.ATTEND)
    meeting = Meeting(desk, other, leaving_minutes=15)
    meeting.scan(meeting.guest)
    meeting.scan(other)
    desk.clock.set(meeting.ends_at)
    meeting.scan(other)
    desk.clock.pass_(minutes=15)
    assert meeting.scan(meeting.guest).already  # too late to leave, and never a refusal

    answer = desk.call(list_attendance, WhichAttendance(meeting.id), by=meeting.organiser)
    assert ([it.left_at for it in answer.items], answer.left_count) == ([None, meeting.ends_at], 1)
    shown = desk.call(show_agenda, WhichAgenda(meeting.id), by=other)
    assert (shown.own.left_at, shown.leave_from) == (meeting.ends_at, meeting.ends_at - timedelta(minutes=15))


def test_a_meeting_that_does_not_want_it_records_none(desk: Desk) -> None:
    meeting = Meeting(desk)
    meeting.scan(meeting.guest)
    desk.clock.set(meeting.ends_at - timedelta(minutes=1))
    assert (meeting.scan(meeting.guest).already, meeting.scan(meeting.guest).leave_from) == (True, None)
    assert desk.call(list_attendance, WhichAttendance(meeting.id), by=meeting.organiser).left_count is None


def test_the_halls_screen_says_from_when_on_one_leaves(meeting: Meeting) -> None:
    assert hall(meeting, display(meeting))["leave_from"] == "2026-11-24T02:45:00.000000Z"


def test_one_leaves_each_sitting_by_itself(desk: Desk) -> None:
    meeting = bimtek(desk, leaving_minutes=15)
    first, second = meeting.agenda().sittings
    meeting.scan(meeting.guest)
    desk.clock.set(first.ends_at)
    meeting.scan(meeting.guest)
    desk.clock.set(second.starts_at)
    meeting.scan(meeting.guest)

    assert [(it.left_at if (it := attended(meeting, meeting.guest, place)) else None) for place in (0, 1)] == [
        first.ends_at,
        None,
    ]
    answer = desk.call(list_attendance, WhichAttendance(meeting.id, sitting_id=first.id), by=meeting.organiser)
    assert (answer.present_count, answer.left_count) == (1, 1)


def test_both_scans_may_be_kept_on_a_phone(meeting: Meeting, phone: Phone) -> None:
    came = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.set(meeting.ends_at)
    left = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(hours=1)
    phone.send(came)
    phone.send(left)
    phone.send(left)

    key = participation_key(meeting.id, meeting.guest.id)
    waiting = meeting.desk.call(list_provisional_scans, WhichProvisionalScans(meeting.id), by=meeting.organiser)
    assert [(it.id, it.leaving) for it in waiting.items] == [(key, False), (leaving_key(key), True)]
    assert meeting.confirm_scans(leaving_key(key), key).confirmed_count == 2
    kept = attended(meeting, meeting.guest)
    assert kept is not None
    assert (kept.at, kept.left_at, kept.left_by) == (came.scanned_at, left.scanned_at, Method.OFFLINE)


def test_who_came_by_network_may_leave_without(meeting: Meeting, phone: Phone) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at)
    left = phone.keep(meeting.id, meeting.code(), meeting.desk.clock.now())
    meeting.desk.clock.pass_(hours=1)
    assert phone.send(left).attended_at is None  # it waits

    key = leaving_key(participation_key(meeting.id, meeting.guest.id))
    assert meeting.confirm_scans(key).confirmed_count == 1
    assert meeting.confirm_scans(key).already_count == 1
    kept = attended(meeting, meeting.guest)
    assert kept is not None
    assert (kept.confirmation, kept.left_at) == (None, left.scanned_at)
    assert len(meeting.desk.announced(AttendanceRecorded)) == 1


def test_two_scans_at_once_leave_once(meeting: Meeting) -> None:
    meeting.scan(meeting.guest)
    meeting.desk.clock.set(meeting.ends_at)
    code, start = meeting.code(), threading.Barrier(4)

    def scan(_: int) -> Present:
        start.wait()
        return meeting.scan(meeting.guest, code)

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(scan, range(4)))

    assert sorted(it.already for it in answers) == [False, *[True] * 3]
    assert {it.left_at for it in answers} == {meeting.ends_at}


def test_the_organiser_may_want_it_later(desk: Desk) -> None:
    meeting = Meeting(desk)
    meeting.scan(meeting.guest)
    meeting.edit(leaving_minutes=15, closes_at=None)
    assert meeting.agenda().closes_at == meeting.ends_at + timedelta(minutes=15)
    desk.clock.set(meeting.ends_at + HOUR / 6)
    assert meeting.scan(meeting.guest).left_at == desk.clock.now()
