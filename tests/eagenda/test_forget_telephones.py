"""Forgetting the telephone numbers of guests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.forget_telephones import forget_telephones
from functions.eagenda.guests import GUESTS
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk

KEPT = timedelta(days=30)


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return Meeting(desk, admit_guests=True)


def test_a_number_is_forgotten_thirty_days_after_the_agenda_and_the_row_stays(meeting: Meeting) -> None:
    meeting.write_down(telephone="0812-3456-7890")
    meeting.desk.clock.set(meeting.ends_at + KEPT)
    meeting.desk.run_scheduled(forget_telephones)
    assert meeting.guests()[0].telephone

    meeting.desk.clock.pass_(minutes=15)
    meeting.desk.run_scheduled(forget_telephones)

    [guest] = meeting.guests()
    assert (guest.name, guest.telephone, guest.forget_telephone_at) == ("Bu Ratna", None, None)
    body = meeting.desk.records.get(GUESTS.stored, guest.id)
    assert "81234567890" not in repr(body)


def test_who_left_no_number_is_left_alone(meeting: Meeting) -> None:
    meeting.write_down()
    meeting.desk.clock.pass_(days=365)
    meeting.desk.run_scheduled(forget_telephones)

    body = meeting.desk.records.get(GUESTS.stored, meeting.guests()[0].id)
    assert body is not None
    assert body["version"] == 1


def test_more_than_one_run_can_take_are_forgotten_by_the_next(meeting: Meeting) -> None:
    for _ in range(3):
        come(meeting, 50)
    meeting.desk.clock.set(meeting.ends_at + KEPT + timedelta(days=1))
    left = []
    for _ in range(2):
        meeting.desk.run_scheduled(forget_telephones)
        meeting.desk.clock.pass_(minutes=15)
        left.append(sum(guest.telephone is not None for guest in meeting.guests()))

    assert left == [50, 0]


def come(meeting: Meeting, count: int) -> None:
    """Let so many guests come, fewer than a minute may bring."""
    for _ in range(count):
        meeting.write_down(telephone="0812-3456-7890")
    meeting.desk.clock.pass_(minutes=2)
