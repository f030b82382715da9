"""Reminding those invited of a meeting that begins within the hour."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from functions.eagenda.list_reminders import WhichReminders, list_reminders
from functions.eagenda.remind_participants import remind_participants
from shared.adapters.due_timers import DueTimers
from shared.events.eagenda import AgendaStartsSoon
from shared.kernel.catalogue import Declaration
from shared.kernel.relay import Schedules
from tests.desk import MORNING, Desk
from tests.eagenda.meeting import Meeting

NOON = MORNING + timedelta(hours=3, minutes=30)
DECLARATION: Declaration = remind_participants.declaration  # type: ignore[attr-defined]  # the decorator gives it


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """Return a meeting at noon."""
    return Meeting(desk, starts_at=NOON)


def run(meeting: Meeting, at: datetime) -> int:
    """Run the schedule at a moment and return how many reminders the guest has got by then."""
    meeting.desk.clock.set(at)
    meeting.desk.run_scheduled(remind_participants)
    meeting.desk.deliver()
    return len(meeting.desk.call(list_reminders, WhichReminders(), by=meeting.guest).items)


def test_those_invited_are_reminded_an_hour_before(meeting: Meeting) -> None:
    assert run(meeting, NOON - timedelta(minutes=65)) == 0
    assert run(meeting, NOON - timedelta(minutes=60)) == 1
    assert meeting.desk.announced(AgendaStartsSoon) == [AgendaStartsSoon(meeting.id, NOON)]


def test_nobody_is_reminded_twice(meeting: Meeting) -> None:
    minutes = range(60, -10, -5)
    assert {run(meeting, NOON - timedelta(minutes=minute)) for minute in minutes} == {1}


def test_every_meeting_near_is_reminded_of(desk: Desk) -> None:
    meetings = [Meeting(desk, starts_at=NOON + timedelta(minutes=minute)) for minute in (0, 15, 30, 61)]
    assert run(meetings[0], NOON - timedelta(minutes=30)) == 3


@pytest.mark.parametrize("minutes", [59, 20, 1])
def test_a_server_that_was_off_reminds_as_long_as_the_meeting_has_not_begun(meeting: Meeting, minutes: int) -> None:
    assert run(meeting, NOON - timedelta(minutes=minutes)) == 1


@pytest.mark.parametrize("minutes", [0, 5, 59])
def test_nobody_is_reminded_once_it_has_begun(meeting: Meeting, minutes: int) -> None:
    assert run(meeting, NOON + timedelta(minutes=minutes)) == 0


def test_a_reminder_that_arrives_after_the_start_is_dropped(meeting: Meeting) -> None:
    meeting.desk.clock.set(NOON - timedelta(minutes=1))
    meeting.desk.run_scheduled(remind_participants)
    meeting.desk.clock.set(NOON)  # the server went off between the two
    meeting.desk.deliver()

    assert meeting.desk.call(list_reminders, WhichReminders(), by=meeting.guest).items == ()


def test_a_cancelled_or_closed_meeting_is_not_reminded_of(desk: Desk) -> None:
    cancelled, closed = Meeting(desk, starts_at=NOON), Meeting(desk, starts_at=NOON)
    cancelled.cancel()
    closed.close()
    run(cancelled, NOON - timedelta(minutes=30))

    assert desk.announced(AgendaStartsSoon) == []


def test_a_night_of_missed_runs_is_made_up_for_by_one(meeting: Meeting) -> None:
    desk = meeting.desk
    schedules = Schedules([DECLARATION], DueTimers(desk.records), desk)
    schedules.keep(MORNING)
    desk.clock.set(NOON - timedelta(minutes=2))  # switched on again after many runs were due

    schedules.keep(desk.clock.now())
    schedules.keep(desk.clock.now())

    runs = [row for row in desk.journal() if row.operation == DECLARATION.target]
    assert len(runs) == 1
    assert desk.announced(AgendaStartsSoon) == [AgendaStartsSoon(meeting.id, NOON)]
