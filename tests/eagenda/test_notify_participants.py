"""Notifying those invited that a meeting begins soon or is cancelled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.attendance import Invitation
from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared.permissions import Permission
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def sari(desk: Desk) -> Actor:
    return desk.employee("Sari", Permission.ATTEND)


def told(desk: Desk, person: Actor) -> list[ReminderKind]:
    """Return what a person was told, the newest first."""
    return [it.kind for it in desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, person.id)]


def test_everybody_invited_to_a_cancelled_meeting_is_told_and_their_invitation_says_so(desk: Desk, sari: Actor) -> None:
    meeting = Meeting(desk, sari)
    meeting.cancel("Narasumber sakit")
    assert told(desk, sari) == []

    desk.deliver()

    for person in (meeting.guest, sari):
        [reminder] = desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, person.id)
        assert (reminder.kind, reminder.agenda_id) == (ReminderKind.CANCELLED, meeting.id)
        assert (reminder.title, reminder.place, reminder.starts_at) == (
            "Rapat Koordinasi SPBE",
            "Aula Majapahit",
            meeting.starts_at,
        )
    states = {it.state for it in desk.all(INVITATIONS, OF_AGENDA, meeting.id)}
    assert states == {AgendaState.CANCELLED}


def test_everybody_invited_is_told_that_a_meeting_starts_soon(desk: Desk, sari: Actor) -> None:
    meeting = Meeting(desk, sari)
    desk.run_scheduled(remind_participants)
    desk.deliver()

    assert told(desk, meeting.guest) == told(desk, sari) == [ReminderKind.STARTS_SOON]
    assert {it.state for it in desk.all(INVITATIONS, OF_AGENDA, meeting.id)} == {AgendaState.SCHEDULED}


def test_the_same_event_again_changes_nothing(meeting: Meeting) -> None:
    meeting.desk.run_scheduled(remind_participants)
    meeting.desk.clock.pass_(seconds=5)
    meeting.cancel()
    meeting.desk.deliver()
    before = meeting.desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, meeting.guest.id)

    assert meeting.desk.deliver_again() == 5  # the meeting that was scheduled, and the notices, too
    assert meeting.desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, meeting.guest.id) == before


def test_who_was_reminded_is_also_told_that_it_is_cancelled(meeting: Meeting) -> None:
    meeting.desk.run_scheduled(remind_participants)
    meeting.desk.deliver()
    meeting.desk.clock.pass_(minutes=5)
    meeting.cancel()
    meeting.desk.deliver()

    assert told(meeting.desk, meeting.guest) == [ReminderKind.CANCELLED, ReminderKind.STARTS_SOON]


def test_nobody_is_told_that_a_cancelled_meeting_starts_soon(meeting: Meeting) -> None:
    meeting.desk.run_scheduled(remind_participants)
    meeting.cancel()
    meeting.desk.deliver()

    assert told(meeting.desk, meeting.guest) == [ReminderKind.CANCELLED]


def test_a_long_list_of_invitations_is_told_to_the_last_one(meeting: Meeting) -> None:
    agenda = meeting.agenda()
    people = [f"p-{number:03}" for number in range(101)]
    meeting.desk.given(
        INVITATIONS,
        *(
            Invitation(meeting.id, person, agenda.title, agenda.place, agenda.starts_at, agenda.ends_at, agenda.state)
            for person in people
        ),
    )
    meeting.cancel()
    meeting.desk.deliver()

    invitations = meeting.desk.all(INVITATIONS, OF_AGENDA, meeting.id)
    assert [it.state for it in invitations] == [AgendaState.CANCELLED] * 102
    assert meeting.desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, "p-100")


def test_those_of_another_meeting_hear_nothing(desk: Desk, sari: Actor) -> None:
    meeting = Meeting(desk)
    Meeting(desk, sari, starts_at=desk.clock.now() + timedelta(days=1))
    meeting.cancel()
    desk.deliver()

    assert told(desk, sari) == []
