"""Notifying those invited that a meeting begins soon or is cancelled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.records import INVITATIONS, OF_AGENDA
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from shared.events.notices import NoticeRequested
from shared.kernel.journal import relay_events
from shared.permissions import Permission
from tests.eagenda.inviting import invite
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

    assert meeting.desk.deliver_again() > 0
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


def test_each_chunk_is_small_and_told_once_however_often_it_comes(meeting: Meeting) -> None:
    desk = meeting.desk
    more = invited_more(meeting, 119)
    meeting.cancel()
    desk.deliver()
    written = [row for row in desk.journal() if row.operation == "eagenda_notify_participants"]
    told = [(people, event.kind) for event in desk.announced(NoticeRequested) for people in event.person_ids]
    assert len(written) == 3
    assert len(told) == len(set(told)) >= 120

    desk.deliver_again()
    assert [it.state for it in desk.all(INVITATIONS, OF_AGENDA, meeting.id)] == [AgendaState.CANCELLED] * 120
    assert len(desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, more[-1])) == 1


def test_what_a_kill_left_goes_on_where_it_stood_and_who_was_invited_meanwhile_is_told_once(meeting: Meeting) -> None:
    desk = meeting.desk
    invited_more(meeting, 60)
    desk.run_scheduled(remind_participants)
    relay_events(desk.records, desk.bus, desk.clock.now())
    desk.clock.pass_(seconds=1)
    desk.bus.work_off("eagenda_notify_participants")  # the first chunk; then the process is killed
    late = desk.employee("Zaki", Permission.ATTEND)
    invite(meeting, late.id)  # told at once, since the others are being told
    desk.deliver()
    assert told(desk, late) == [ReminderKind.STARTS_SOON]
    assert told(desk, meeting.guest) == [ReminderKind.STARTS_SOON]
    assert len(desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, "p-m059")) == 1


def invited_more(meeting: Meeting, count: int) -> list[str]:
    """Let so many more be invited, and return their ids."""
    agenda = meeting.agenda()
    people = [f"p-m{number:03}" for number in range(count)]
    meeting.desk.given(
        INVITATIONS,
        *(
            Invitation(meeting.id, person, agenda.title, agenda.place, agenda.starts_at, agenda.ends_at, agenda.state)
            for person in people
        ),
    )
    return people


def test_those_of_another_meeting_hear_nothing(desk: Desk, sari: Actor) -> None:
    meeting = Meeting(desk)
    Meeting(desk, sari, starts_at=desk.clock.now() + timedelta(days=1))
    meeting.cancel()
    desk.deliver()

    assert told(desk, sari) == []
