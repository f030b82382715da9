"""Reminding those invited of the meetings of tomorrow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.remind_the_day_before import remind_the_day_before
from shared.rules.notice import NoticeKind
from tests.desk import MORNING
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import Meeting
from tests.portal.notices import told

if TYPE_CHECKING:
    from tests.desk import Desk

A_DAY = timedelta(days=1)


def reminded(meeting: Meeting) -> int:
    """Let the schedule run, and return how often the guest was reminded by now."""
    meeting.desk.run_scheduled(remind_the_day_before)
    deliver_all(meeting.desk)
    return sum(it.kind is NoticeKind.AGENDA_TOMORROW for it in told(meeting.desk, meeting.guest))


def test_a_meeting_of_tomorrow_is_told_of_once_however_often_it_runs(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=MORNING + A_DAY)
    assert (reminded(meeting), reminded(meeting)) == (1, 1)


def test_meetings_of_today_and_of_the_day_after_tomorrow_are_not_told_of(desk: Desk) -> None:
    for starts_at in (MORNING + timedelta(hours=8), MORNING + 2 * A_DAY):
        assert reminded(Meeting(desk, starts_at=starts_at)) == 0


def test_tomorrow_begins_at_midnight_in_mojokerto(desk: Desk) -> None:
    midnight = MORNING.replace(hour=17, minute=0)
    assert reminded(Meeting(desk, starts_at=midnight - timedelta(minutes=1))) == 0
    assert reminded(Meeting(desk, starts_at=midnight)) == 1


def test_a_meeting_that_moves_to_another_day_is_told_of_again(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=MORNING + A_DAY)
    assert reminded(meeting) == 1
    meeting.move(A_DAY)
    deliver_all(desk)
    assert reminded(meeting) == 1
    desk.clock.pass_(days=1)
    assert reminded(meeting) == 2
