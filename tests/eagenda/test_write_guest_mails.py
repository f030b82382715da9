"""Writing to invited guests when their meeting changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.invited_guests import INVITED_GUESTS
from shared.views.outside_mails import OUTSIDE_MAILS
from tests.eagenda.guests_by_mail import body_of, crowd, file_in, invite, listed, show, token_in
from tests.eagenda.inviting import deliver_all

if TYPE_CHECKING:
    from tests.eagenda.meeting import Meeting
    from tests.mail.post_office import PostOffice

FIVE_HOURS = timedelta(hours=5)


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
