"""Serving a person's calendar at its secret address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.cancel_agenda import Cancellation, cancel_agenda
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.serve_calendar_feed import serve_calendar_feed
from shared.directory.model import PERSONS
from tests.eagenda.meeting import Meeting
from tests.eagenda.repeating import Repeating
from tests.eagenda.subscriber import Subscriber, change

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def test_a_program_without_an_account_reads_what_its_owner_is_invited_to(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    response = telephone.ask()
    [(agenda_id, entry)] = telephone.entries().items()

    assert (response.status_code, response.mimetype) == (200, "text/calendar")
    assert telephone.address.startswith("https://trowulan.example/kalender/")
    assert agenda_id == meeting.id
    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == (meeting.agenda().title, "Aula Majapahit")
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (meeting.starts_at, meeting.ends_at)
    assert str(entry["URL"]) == f"https://trowulan.example/agenda/{meeting.id}"


def test_what_one_organises_is_in_it_once(meeting: Meeting) -> None:
    invited_too = Meeting(meeting.desk, meeting.organiser)
    assert list(Subscriber(meeting.desk, meeting.organiser).entries()) == sorted([meeting.id, invited_too.id])


def test_a_meeting_that_is_called_off_is_still_told_of_as_cancelled_and_its_sequence_has_risen(
    meeting: Meeting,
) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    before = telephone.entries()[meeting.id]
    meeting.desk.clock.pass_(minutes=3)
    meeting.cancel()
    after = telephone.entries()[meeting.id]

    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert (str(before["STATUS"]), str(after["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert before["UID"] == after["UID"]
    assert after["LAST-MODIFIED"].dt == before["LAST-MODIFIED"].dt + timedelta(minutes=3)
    assert "Narasumber berhalangan" in str(after["DESCRIPTION"])


def test_a_calendar_that_has_not_changed_is_not_sent_again(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    first = telephone.ask()
    meeting.desk.clock.pass_(hours=1)

    again = telephone.ask(tag=first.headers["ETag"])
    meeting.cancel()
    changed = telephone.ask(tag=first.headers["ETag"])

    assert again.status_code == 304
    assert changed.status_code == 200


def test_a_secret_agenda_never_leaves(meeting: Meeting) -> None:
    programs = [Subscriber(meeting.desk, meeting.guest), Subscriber(meeting.desk, meeting.organiser)]
    change(meeting, visibility=Visibility.SECRET)
    assert [program.entries() for program in programs] == [{}, {}]
    assert meeting.agenda().title.encode() not in programs[0].ask().get_data()


def test_a_meeting_of_long_ago_is_no_longer_in_it(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    meeting.desk.clock.pass_(days=29)
    assert list(telephone.entries()) == [meeting.id]
    meeting.desk.clock.pass_(days=2)
    assert telephone.entries() == {}


def test_the_day_of_the_last_use_is_told_and_no_more(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    assert telephone.shown().last_used_on is None
    telephone.ask()
    assert telephone.shown().last_used_on == date(2026, 11, 24)
    meeting.desk.clock.pass_(days=1)
    telephone.ask()
    telephone.ask()
    assert telephone.shown().last_used_on == date(2026, 11, 25)


def test_of_somebody_suspended_nothing_is_told(meeting: Meeting) -> None:
    telephone = Subscriber(meeting.desk, meeting.guest)
    person = meeting.desk.found(PERSONS, meeting.guest.id)
    assert person
    meeting.desk.given(PERSONS, replace(person, suspended=True))
    assert telephone.ask().status_code == 404


@pytest.mark.parametrize("token", ["x", "A" * 43 + ".ics", ".ics", "%00", "../../etc/passwd"])
def test_an_address_that_nobody_made_leads_nowhere(desk: Desk, token: str) -> None:
    response = desk.request(serve_calendar_feed, params={"token": token})
    assert (response.status_code, response.get_json()["type"]) == (404, response.get_json()["type"])
    assert "Profil" in response.get_json()["detail"]


def test_a_revoked_address_is_no_address_of_all_who_revoked(meeting: Meeting, stranger: Actor) -> None:
    Subscriber(meeting.desk, stranger)
    response = meeting.desk.request(serve_calendar_feed, params={"token": ".ics"})
    assert response.status_code == 404


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_each_day_of_a_series_is_an_event_of_its_own_and_one_that_is_cancelled_says_so(desk: Desk) -> None:
    repeating = Repeating(desk)
    created = repeating.create(title="Apel; Senin, <b>pagi</b>")
    days = repeating.agendas(created.id)
    telephone = Subscriber(desk, repeating.guest)
    desk.call(cancel_agenda, Cancellation(days[1].id, repeating.version(days[1].id), "Hujan"), by=repeating.organiser)
    entries = telephone.entries()

    assert [str(entries[it.id]["STATUS"]) for it in days] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert [entries[it.id]["DTSTART"].dt for it in days] == [it.starts_at for it in days]
    assert {str(it["SUMMARY"]) for it in entries.values()} == {"Apel; Senin, <b>pagi</b>"}
    assert not any("RRULE" in it for it in entries.values())
