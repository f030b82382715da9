"""Downloading one agenda for the calendar of another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar, vGeo

from functions.eagenda.domain.agenda import AgendaIsSecret
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.download_calendar_file import WhichCalendarFile, download_calendar_file
from shared.refusals import RecordMissing
from tests.eagenda.locating import asking
from tests.eagenda.meeting import Meeting
from tests.eagenda.sessions import bimtek
from tests.eagenda.subscriber import Subscriber, change

if TYPE_CHECKING:
    from shared.actor import Actor
    from shared.answers import Ics
    from tests.desk import Desk


def download(meeting: Meeting, by: Actor) -> Ics:
    answer: Ics = meeting.desk.call(download_calendar_file, WhichCalendarFile(meeting.id), by=by)
    return answer


def test_it_is_the_same_entry_as_in_the_feed_so_that_it_is_never_there_twice(meeting: Meeting) -> None:
    [entry] = Calendar.from_ical(download(meeting, meeting.guest).content).walk("VEVENT")
    assert dict(entry) == dict(Subscriber(meeting.desk, meeting.guest).entries()[meeting.id])


def test_it_comes_as_a_file_with_a_name_that_a_calendar_opens(meeting: Meeting) -> None:
    token = meeting.desk.token(meeting.guest)
    response = meeting.desk.request(download_calendar_file, params={"agenda_id": meeting.id}, token=token)
    assert response.mimetype == "text/calendar"
    assert response.headers["Content-Disposition"] == f'attachment; filename="agenda-{meeting.id}.ics"'


def test_the_office_and_those_above_it_may_have_it_too(meeting: Meeting, colleague: Actor, superior: Actor) -> None:
    for reader in (meeting.organiser, colleague, superior):
        assert meeting.id.encode() in download(meeting, reader).content


def test_a_secret_agenda_stays_here_also_for_those_invited(meeting: Meeting) -> None:
    change(meeting, visibility=Visibility.SECRET)
    for reader in (meeting.guest, meeting.organiser):
        with pytest.raises(AgendaIsSecret):
            download(meeting, reader)


def test_for_whoever_is_not_invited_there_is_no_such_agenda(meeting: Meeting, stranger: Actor) -> None:
    with pytest.raises(RecordMissing):
        download(meeting, stranger)


def test_a_place_on_the_map_is_in_it(desk: Desk) -> None:
    meeting = asking(desk)
    [entry] = Calendar.from_ical(download(meeting, meeting.guest).content).walk("VEVENT")
    geo = entry["GEO"]
    assert isinstance(geo, vGeo)
    assert (geo.latitude, geo.longitude) == (-7.4722, 112.4346)
    meeting.edit(point=None, asks_position=False)
    [entry] = Calendar.from_ical(download(meeting, meeting.guest).content).walk("VEVENT")
    assert "GEO" not in entry


def test_of_an_agenda_in_sessions_each_is_told_with_its_time(desk: Desk) -> None:
    meeting = bimtek(desk)
    [event] = Calendar.from_ical(download(meeting, meeting.guest).content).walk("VEVENT")
    assert "Materi: 09.00\u201310.00 WIB\nPraktik: 11.00\u201312.00 WIB" in str(event["DESCRIPTION"])
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (meeting.starts_at, meeting.ends_at)
