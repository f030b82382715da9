"""Writing to invited guests when their meeting changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.invited_guests import INVITED_GUESTS
from functions.eagenda.remind_participants import remind_participants
from functions.eagenda.remind_the_day_before import remind_the_day_before
from shared.views.outside_mails import OUTSIDE_MAILS
from tests.desk import MORNING
from tests.eagenda.guests_by_mail import HADI, RATNA, answer, body_of, crowd, file_in, invite, listed, show, token_in
from tests.eagenda.inviting import deliver_all
from tests.eagenda.meeting import Meeting

if TYPE_CHECKING:
    from tests.desk import Desk
    from tests.mail.post_office import PostOffice

FIVE_HOURS = timedelta(hours=5)
A_DAY = timedelta(days=1)
HALF_AN_HOUR = timedelta(minutes=30)


def test_a_guest_is_told_once_of_each_change_and_their_calendar_follows(meeting: Meeting, office: PostOffice) -> None:
    invite(meeting, deliver=True)
    meeting.edit(description="Bawa laptop")
    meeting.move(FIVE_HOURS, place="Pendopo")
    deliver_all(meeting.desk)
    meeting.cancel("Hujan")
    deliver_all(meeting.desk)
    meeting.desk.deliver_again()

    first, moved, cancelled = office.received
    assert all(said in body_of(moved) for said in ("Pendopo", "14.00", "Narasumber berhalangan"))
    assert "Alasan: Hujan" in body_of(cancelled)
    assert token_in(moved) == token_in(first)
    files = [file_in(it) for it in office.received]
    events = [it.walk("VEVENT")[0] for it in files]
    assert [it["METHOD"] for it in files] == ["REQUEST", "REQUEST", "CANCEL"]
    assert events[0]["SEQUENCE"] < events[1]["SEQUENCE"] < events[2]["SEQUENCE"]
    assert len({it["UID"] for it in events}) == 1
    assert events[1].decoded("DTSTART") == meeting.starts_at + FIVE_HOURS
    assert events[2]["STATUS"] == "CANCELLED"
    assert show(meeting, token_in(first)).cancel_reason == "Hujan"


@pytest.mark.usefixtures("away")
def test_many_are_told_some_at_a_time_and_what_still_waits_is_overtaken_by_what_holds_now(meeting: Meeting) -> None:
    desk = meeting.desk
    invite(meeting, *crowd(53))
    meeting.move(FIVE_HOURS)
    deliver_all(desk)
    guests = [desk.found(INVITED_GUESTS, it.id) for it in listed(meeting).items]
    assert [it.mail.number for it in guests if it] == [2] * 53
    last = guests[-1]
    assert last is not None
    assert desk.found(OUTSIDE_MAILS, f"{last.id}.1") is None
    assert desk.found(OUTSIDE_MAILS, last.mail_id) is not None
    assert last.forget_email_at == meeting.ends_at + FIVE_HOURS + timedelta(days=30)


@pytest.mark.usefixtures("away")
def test_nobody_is_told_that_a_meeting_moved_which_was_cancelled_meanwhile(meeting: Meeting) -> None:
    invite(meeting)
    meeting.move(FIVE_HOURS)
    meeting.cancel("Hujan")
    deliver_all(meeting.desk)
    [guest] = [meeting.desk.found(INVITED_GUESTS, it.id) for it in listed(meeting).items]
    assert guest is not None
    assert guest.mail.number == 2


def test_a_guest_is_reminded_once_the_day_before_without_another_calendar_file(desk: Desk, office: PostOffice) -> None:
    meeting = Meeting(desk, starts_at=MORNING + A_DAY)
    invite(meeting, RATNA, HADI, deliver=True)
    answer(meeting, token_in(office.received[1]), AnswerKind.NOT_COMING)

    for _ in range(2):
        desk.run_scheduled(remind_the_day_before)
        deliver_all(desk)

    *_, reminder = office.received
    assert len(office.received) == 3
    assert reminder["To"] == office.received[0]["To"]
    assert str(reminder["Subject"]).startswith("Pengingat: Rapat Koordinasi SPBE")
    assert "Kami mengingatkan undangan Anda" in body_of(reminder)
    assert token_in(reminder) == token_in(office.received[0])
    assert "undangan.ics" not in body_of(reminder)
    assert [it.get_content_type() for it in reminder.walk()] == ["text/plain"]


@pytest.mark.usefixtures("away")
def test_to_whom_the_invitation_itself_is_still_on_its_way_no_reminder_is_written(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=MORNING + A_DAY)
    invite(meeting)
    desk.run_scheduled(remind_the_day_before)
    deliver_all(desk)
    [guest] = [desk.found(INVITED_GUESTS, it.id) for it in listed(meeting).items]
    assert guest is not None
    assert guest.mail.number == 1
    assert desk.found(OUTSIDE_MAILS, guest.mail_id) is not None


def test_an_hour_before_a_guest_is_reminded_once_more_unless_they_stay_away(desk: Desk, office: PostOffice) -> None:
    meeting = Meeting(desk, starts_at=MORNING + HALF_AN_HOUR)
    invite(meeting, RATNA, HADI, deliver=True)
    answer(meeting, token_in(office.received[1]), AnswerKind.NOT_COMING)

    for _ in range(2):
        desk.run_scheduled(remind_participants)
        deliver_all(desk)
        desk.deliver_again()

    *_, reminder = office.received
    assert len(office.received) == 3
    assert reminder["To"] == office.received[0]["To"]
    assert str(reminder["Subject"]).startswith("Pengingat: Rapat Koordinasi SPBE")
    assert token_in(reminder) == token_in(office.received[0])


def test_of_a_meeting_that_moved_within_its_last_hour_the_move_is_told_and_no_reminder(
    desk: Desk, office: PostOffice
) -> None:
    meeting = Meeting(desk, starts_at=MORNING + HALF_AN_HOUR)
    invite(meeting, deliver=True)
    desk.run_scheduled(remind_participants)
    meeting.move(FIVE_HOURS)
    deliver_all(desk)

    _, told = office.received
    assert str(told["Subject"]).startswith("Perubahan undangan")
