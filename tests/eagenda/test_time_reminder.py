"""Having the reminders looked for at their moment."""

from __future__ import annotations

from datetime import timedelta

from functions.eagenda.list_reminders import WhichReminders, list_reminders
from functions.portal.fire_timers import fire_timers
from shared.adapters.due_timers import WAKE_UPS
from shared.kernel import catalogue
from tests.desk import MORNING, Desk
from tests.eagenda.meeting import Meeting

AT_A_STRANGE_SECOND = MORNING + timedelta(hours=3, minutes=33, seconds=17)
REMINDED = AT_A_STRANGE_SECOND - timedelta(hours=1)
TARGET = "eagenda_remind_participants"


def reminders(meeting: Meeting) -> int:
    return len(meeting.desk.call(list_reminders, WhichReminders(), by=meeting.guest).items)


def test_those_invited_are_reminded_in_the_second_in_which_the_hour_begins(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=AT_A_STRANGE_SECOND)
    desk.deliver()
    name = f"{TARGET}@{meeting.id}"
    assert desk.timers.due(name) == REMINDED
    assert catalogue.find(TARGET) is not None

    for moment, expected in ((REMINDED - timedelta(seconds=1), 0), (REMINDED + timedelta(seconds=1), 1)):
        desk.clock.set(moment)
        desk.run_scheduled(fire_timers)
        desk.deliver()
        assert reminders(meeting) == expected
    assert desk.timers.due(name) is None


def test_the_same_event_again_sets_no_second_timer(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=AT_A_STRANGE_SECOND)
    desk.deliver()
    assert desk.deliver_again() == 2  # those invited are told, too
    asked = WAKE_UPS.question(WAKE_UPS.queries[0], limit=10)
    assert [document.key for document in desk.records.query(asked)] == [f"{TARGET}@{meeting.id}"]


def test_a_meeting_within_the_hour_needs_no_timer_and_is_found_by_the_schedule(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=MORNING + timedelta(minutes=50))
    desk.deliver()
    assert desk.timers.due(f"{TARGET}@{meeting.id}") is None
