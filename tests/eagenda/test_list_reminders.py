"""Listing what the caller was told about meetings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.list_reminders import ListedReminder, ListedReminders, WhichReminders, list_reminders
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.eagenda.meeting import Meeting


def listed(desk: Desk, by: Actor, cursor: str | None = None) -> ListedReminders:
    answer: ListedReminders = desk.call(list_reminders, WhichReminders(cursor), by=by)
    return answer


def test_a_person_sees_what_they_were_told_the_newest_first(meeting: Meeting) -> None:
    desk = meeting.desk
    desk.run_scheduled(remind_participants)
    desk.deliver()
    desk.clock.pass_(minutes=5)
    meeting.cancel()
    desk.deliver()

    cancelled, starts_soon = listed(desk, meeting.guest).items

    assert replace(cancelled, at=desk.clock.now()) == ListedReminder(
        f"{meeting.id}:{meeting.guest.id}:cancelled:{round(meeting.starts_at.timestamp())}",
        meeting.id,
        ReminderKind.CANCELLED,
        "Rapat Koordinasi SPBE",
        "Aula Majapahit",
        meeting.starts_at,
        desk.clock.now(),
    )
    assert (starts_soon.kind, starts_soon.at < cancelled.at) == (ReminderKind.STARTS_SOON, True)


def test_a_long_list_comes_in_pages(meeting: Meeting) -> None:
    desk = meeting.desk
    meeting.cancel()
    desk.deliver()
    [reminder] = desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, meeting.guest.id)
    earlier = (
        replace(reminder, agenda_id=f"rapat-{number}", at=reminder.at - timedelta(minutes=number))
        for number in range(1, 27)
    )
    desk.given(REMINDERS, *earlier)

    first = listed(desk, meeting.guest)
    second = listed(desk, meeting.guest, first.next_cursor)

    assert [len(first.items), len(second.items)] == [25, 2]
    assert (second.items[-1].agenda_id, second.next_cursor) == ("rapat-26", None)


def test_nobody_else_sees_what_a_person_was_told(meeting: Meeting, colleague: Actor, stranger: Actor) -> None:
    meeting.cancel()
    meeting.desk.deliver()
    for other in (meeting.organiser, colleague, stranger):
        assert listed(meeting.desk, other).items == ()
