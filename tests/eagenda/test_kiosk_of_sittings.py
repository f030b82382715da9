"""A kiosk at a meeting of several sittings, and one that people leave by."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.kiosk_scan import ScanOutcome
from functions.eagenda.domain.presented_code import Method
from tests.eagenda.kiosk import Kiosk
from tests.eagenda.meeting import Meeting
from tests.eagenda.sessions import HOUR, attended, bimtek
from tests.phone import Phone

if TYPE_CHECKING:
    from tests.desk import Desk


def phone_of(meeting: Meeting) -> Phone:
    """Return the guest's telephone, which signs."""
    phone = Phone(meeting.desk, meeting.guest)
    phone.enrol()
    return phone


def test_each_sitting_has_the_attendance_that_the_kiosk_saw_at_it(desk: Desk) -> None:
    meeting = bimtek(desk)
    kiosk, phone = Kiosk(meeting), phone_of(meeting)
    taken = kiosk.send(kiosk.sees(phone.code()))
    desk.clock.pass_(minutes=1)
    taken += kiosk.send(kiosk.sees(phone.code()))
    desk.clock.set(desk.clock.now() + 2 * HOUR)
    taken += kiosk.send(kiosk.sees(phone.code()))

    assert [it.outcome for it in taken] == [ScanOutcome.RECORDED, ScanOutcome.ALREADY, ScanOutcome.RECORDED]
    first, second = attended(meeting, meeting.guest, 0), attended(meeting, meeting.guest, 1)
    assert [it.at for it in (first, second) if it] == [taken[0].attended_at, taken[2].attended_at]
    assert attended(meeting, meeting.guest) is None


def test_a_kiosk_near_the_end_records_that_one_leaves_once_even_of_scans_that_it_kept(desk: Desk) -> None:
    meeting = Meeting(desk, leaving_minutes=15)
    kiosk, phone = Kiosk(meeting), phone_of(meeting)
    came, left = desk.clock.now(), meeting.ends_at
    kept = [kiosk.sees(phone.code(at), at) for at in (came, left, left + timedelta(minutes=1))]
    desk.clock.set(left + timedelta(minutes=2))

    taken = kiosk.send(*kept)
    assert [it.outcome for it in taken] == [ScanOutcome.RECORDED, ScanOutcome.LEFT, ScanOutcome.ALREADY]
    assert [it.attended_at for it in taken] == [came, left, came]
    attendance = attended(meeting, meeting.guest)
    assert attendance is not None
    assert (attendance.at, attendance.left_at, attendance.left_by) == (came, left, Method.KIOSK)
    assert kiosk.send(*kept) == taken
