"""Telling those invited that an agenda moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.invitation import Invitation
from functions.eagenda.domain.reminder import ReminderKind
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.records import INVITATIONS, OF_AGENDA, participation_key
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.reminders import OF_PERSON_NEWEST_FIRST, REMINDERS
from functions.portal.notices import NOTICES
from functions.portal.notices import OF_PERSON_NEWEST_FIRST as NOTICES_OF_PERSON
from shared.rules.notice import NoticeKind
from shared.tasks.task import TASKS, TaskKind, task_id

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting

AN_HOUR = timedelta(hours=1)
FIVE_HOURS = AN_HOUR * 5


def told(meeting: Meeting) -> list[tuple[str, str]]:
    """Return what the guest was told of meetings that moved, the newest first."""
    notices = meeting.desk.all(NOTICES, NOTICES_OF_PERSON, meeting.guest.id)
    return [(it.title, it.detail) for it in notices if it.kind is NoticeKind.AGENDA_MOVED]


def test_everybody_invited_is_told_where_the_meeting_went_once_for_each_change(meeting: Meeting) -> None:
    meeting.move(FIVE_HOURS, place="Pendopo")
    meeting.desk.deliver()
    meeting.desk.deliver_again()
    first = (
        "Agenda pindah",
        "Rapat Koordinasi SPBE pindah ke Selasa, 24 November 2026 pukul 14.00 WIB, Pendopo",
    )
    assert told(meeting) == [first]

    meeting.edit(description="Bawa laptop")
    meeting.desk.deliver()
    assert told(meeting) == [first]

    meeting.move(AN_HOUR)
    meeting.desk.deliver()
    assert len(told(meeting)) == 2


def test_the_invitation_says_what_the_agenda_says_now(meeting: Meeting) -> None:
    meeting.move(FIVE_HOURS, place="Pendopo", title="Rapat SPBE")
    meeting.desk.deliver()

    invitation = meeting.desk.found(INVITATIONS, participation_key(meeting.id, meeting.guest.id))
    assert invitation is not None
    assert (invitation.title, invitation.place) == ("Rapat SPBE", "Pendopo")
    assert (invitation.starts_at, invitation.ends_at) == (meeting.starts_at + FIVE_HOURS, meeting.ends_at + FIVE_HOURS)


def test_what_asks_for_an_answer_says_when_the_meeting_is_now(meeting: Meeting) -> None:
    meeting.move(FIVE_HOURS, title="Rapat SPBE")
    meeting.desk.deliver()
    task = meeting.desk.found(TASKS, task_id(TaskKind.INVITATION, participation_key(meeting.id, meeting.guest.id)))
    assert task is not None
    assert (task.title, task.due) == ("Rapat SPBE", meeting.starts_at + FIVE_HOURS)
    invitation = meeting.desk.found(INVITATIONS, participation_key(meeting.id, meeting.guest.id))
    assert invitation is not None
    assert invitation.asked_until == meeting.ends_at + FIVE_HOURS


def test_many_are_told_some_at_a_time_to_the_last_one_and_each_once(meeting: Meeting) -> None:
    agenda, desk = meeting.agenda(), meeting.desk
    people = [f"p-m{number:03}" for number in range(60)]
    times = agenda.starts_at, agenda.ends_at
    desk.given(
        INVITATIONS, *(Invitation(meeting.id, it, agenda.title, agenda.place, *times, agenda.state) for it in people)
    )
    meeting.move(FIVE_HOURS)
    desk.deliver()
    desk.deliver_again()
    assert len([row for row in desk.journal() if row.operation == "eagenda_tell_change"]) == 2
    assert {it.starts_at for it in desk.all(INVITATIONS, OF_AGENDA, meeting.id)} == {meeting.starts_at + FIVE_HOURS}
    notices = desk.all(NOTICES, NOTICES_OF_PERSON, people[-1])
    assert [it.kind for it in notices] == [NoticeKind.AGENDA_MOVED]


def test_nobody_is_told_that_a_meeting_moved_which_was_cancelled_meanwhile(meeting: Meeting) -> None:
    meeting.move(FIVE_HOURS)
    meeting.cancel("Hujan")
    meeting.desk.deliver()
    assert told(meeting) == []


def test_of_a_secret_agenda_the_notice_says_only_that_it_moved(meeting: Meeting) -> None:
    meeting.edit(visibility=Visibility.SECRET)
    meeting.move(FIVE_HOURS)
    meeting.desk.deliver()
    assert told(meeting) == [("Agenda pindah", "Buka Trowulan untuk membacanya.")]


def test_who_was_reminded_of_the_old_time_is_reminded_of_the_new_one_too(meeting: Meeting) -> None:
    desk = meeting.desk
    desk.run_scheduled(remind_participants)
    desk.deliver()
    meeting.move(FIVE_HOURS)
    desk.deliver()
    assert reminders(meeting) == [ReminderKind.STARTS_SOON]

    desk.clock.set(meeting.starts_at + FIVE_HOURS - AN_HOUR)
    desk.run_scheduled(remind_participants)
    desk.deliver()
    assert reminders(meeting) == [ReminderKind.STARTS_SOON, ReminderKind.STARTS_SOON]


def test_a_reminder_on_its_way_when_the_meeting_moves_is_not_given(meeting: Meeting) -> None:
    meeting.desk.run_scheduled(remind_participants)
    meeting.move(FIVE_HOURS)
    meeting.desk.deliver()
    assert reminders(meeting) == []


def test_the_reminder_moves_with_the_meeting(meeting: Meeting) -> None:
    meeting.move(FIVE_HOURS)
    meeting.desk.deliver()
    due = meeting.desk.timers.due(f"eagenda_remind_participants@{meeting.id}")
    assert due == meeting.starts_at + FIVE_HOURS - AN_HOUR


def reminders(meeting: Meeting) -> list[ReminderKind]:
    return [it.kind for it in meeting.desk.all(REMINDERS, OF_PERSON_NEWEST_FIRST, meeting.guest.id)]
