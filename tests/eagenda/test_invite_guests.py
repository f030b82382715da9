"""Inviting guests from outside by e-mail."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.domain.agenda import AgendaIsCancelled, AgendaOver, NotOrganiser
from functions.eagenda.domain.guest_book import GuestsOfSecret, GuestToInvite, MailNotConnected, TooManyGuestsInvited
from functions.eagenda.domain.invited_guest import GuestMailState
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.subjects import agenda_subject_id
from shared.directory.model import PERSON_NUMBERS, PERSONS, Person
from shared.directory.numbers import numbers_of
from shared.refusals import InvalidField, RecordMissing
from shared.views.subjects import SUBJECTS
from tests.eagenda.guests_by_mail import RATNA, body_of, crowd, file_in, invite, listed, read_again, token_in
from tests.eagenda.meeting import Meeting
from tests.mail.post_office import SENDER

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk
    from tests.mail.post_office import PostOffice

LIMIT = 500


def test_a_guest_gets_what_when_and_where_with_a_file_and_a_link_of_their_own(desk: Desk, office: PostOffice) -> None:
    meeting = Meeting(desk, title="<b>Rapat</b>; SPBE", online_link="https://zoom.example/j/12345")
    assert invite(meeting, deliver=True).invited_count == 1
    [mail] = map(read_again, office.received)
    assert (mail["To"], mail["Subject"]) == (RATNA.email, "Undangan: <b>Rapat</b>; SPBE · Kabupaten Mojokerto")
    words = body_of(mail)
    for said in ("Yth. Ratna Wijaya, S.E.", "Selasa, 24 November 2026, 09.00", "Aula Majapahit", "Dewi", "30 hari"):
        assert said in words
    calendar = file_in(mail)
    [event] = calendar.walk("VEVENT")
    assert (calendar["METHOD"], event["UID"], event["SEQUENCE"]) == ("REQUEST", f"{meeting.id}@agenda.trowulan", 0)
    assert (event["DTSTART"].params["TZID"], event.decoded("DTSTART")) == ("Asia/Jakarta", meeting.starts_at)
    assert (event["SUMMARY"], event["ORGANIZER"]) == ("<b>Rapat</b>; SPBE", f"mailto:{SENDER}")
    assert (event["ATTENDEE"], event["ATTENDEE"].params["CN"]) == (f"mailto:{RATNA.email}", "Ratna Wijaya, S.E.")
    assert "URL" not in event  # a calendar is shared, and the link is theirs alone
    assert RATNA.email not in token_in(mail)
    assert "12345" not in words + calendar.to_ical().decode()
    assert mail.get_body(("html",)) is None


def test_the_organiser_sees_what_became_of_the_mail_and_its_text_is_forgotten(
    meeting: Meeting, office: PostOffice
) -> None:
    office.says = {"salah@angin.example": "550 5.1.1 No such user"}
    invite(meeting, RATNA, GuestToInvite("Salah", "PT Angin", "salah@angin.example"), deliver=True)
    wrong, ratna = sorted(listed(meeting).items, key=lambda it: it.mail)
    assert (ratna.mail, wrong.mail, wrong.mail_reason) == (GuestMailState.SENT, GuestMailState.REFUSED, "550")
    told = repr(meeting.desk.journal())
    assert not any(word in told for word in ("Ratna", RATNA.email, "Angin", token_in(office.received[0])))
    meeting.desk.deliver_again()
    assert len(office.received) == 1


@pytest.mark.usefixtures("away")
def test_an_agenda_that_invites_guests_admits_them_and_cannot_become_secret(meeting: Meeting) -> None:
    assert not meeting.agenda().admit_guests
    invite(meeting)
    assert meeting.agenda().admit_guests
    for changed in ({"admit_guests": False}, {"admit_guests": False, "visibility": Visibility.SECRET}):
        with pytest.raises(InvalidField):
            meeting.edit(**changed)


@pytest.mark.usefixtures("away")
def test_an_agenda_from_before_calendar_files_gets_one_with_its_first_guest(meeting: Meeting) -> None:
    subject_id = agenda_subject_id(meeting.id)
    meeting.edit(title="Rapat SPBE")
    subject = meeting.desk.found(SUBJECTS, subject_id)
    assert subject is not None
    meeting.desk.given(SUBJECTS, replace(subject, event=None))
    invite(meeting)
    assert meeting.desk.found(SUBJECTS, subject_id) == subject


@pytest.mark.usefixtures("away")
def test_two_who_invite_the_same_guest_at_once_invite_once(meeting: Meeting, colleague: Actor) -> None:
    again = GuestToInvite("Bu Ratna", "Angin", RATNA.email.upper())
    with ThreadPoolExecutor(2) as organisers:
        both = [
            organisers.submit(invite, meeting, guest, by=by)
            for guest, by in ((RATNA, meeting.organiser), (again, colleague))
        ]
    assert sorted((it.result().invited_count, it.result().already_count) for it in both) == [(0, 1), (1, 0)]
    assert listed(meeting).invited_count == len(listed(meeting).items) == 1


@pytest.mark.usefixtures("away")
def test_an_address_of_the_staff_is_refused_at_its_field(meeting: Meeting) -> None:
    budi = Person("p-budi", "Budi", email="budi@mojokertokab.example")
    meeting.desk.given(PERSONS, budi)
    meeting.desk.given(PERSON_NUMBERS, *numbers_of(budi))
    with pytest.raises(InvalidField) as refused:
        invite(meeting, RATNA, GuestToInvite("Budi", "Dinas", "Budi@mojokertokab.example"))
    assert refused.value.facts["errors"][0]["pointer"] == "/guests/1/email"


@pytest.mark.usefixtures("away")
def test_what_cannot_invite_guests_says_why(desk: Desk) -> None:
    secret, cancelled, over = Meeting(desk, visibility=Visibility.SECRET), Meeting(desk), Meeting(desk)
    cancelled.cancel()
    with pytest.raises(GuestsOfSecret):
        invite(secret)
    with pytest.raises(AgendaIsCancelled):
        invite(cancelled)
    with pytest.raises(TooManyGuestsInvited):
        invite(over, *crowd(LIMIT + 1))
    desk.mail = None
    with pytest.raises(MailNotConnected):
        invite(over)
    desk.clock.set(over.ends_at)
    with pytest.raises(AgendaOver):
        invite(over)


@pytest.mark.usefixtures("away")
def test_only_who_runs_the_meeting_invites(meeting: Meeting, superior: Actor, stranger: Actor) -> None:
    with pytest.raises(NotOrganiser):
        invite(meeting, by=superior)
    with pytest.raises(RecordMissing):
        invite(meeting, by=stranger)
