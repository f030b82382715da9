"""Showing the calendar of the caller's office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from functions.eagenda.calendar_days import MOST_READ
from functions.eagenda.records import AGENDAS
from tests.eagenda.calendars import calendar, day, ids, office_calendar

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.eagenda.meeting import Meeting


def test_the_office_and_those_above_it_see_what_it_organises(
    meeting: Meeting, colleague: Actor, superior: Actor
) -> None:
    for reader in (meeting.organiser, colleague, superior):
        assert ids(office_calendar(meeting.desk, reader)) == [meeting.id]


def test_a_colleagues_meeting_is_the_offices_and_not_ones_own(meeting: Meeting, colleague: Actor) -> None:
    [entry] = office_calendar(meeting.desk, colleague).entries
    assert (entry.organisation_name, entry.is_organiser, entry.is_invited) == ("Dinas Diskominfo", False, False)
    assert calendar(meeting.desk, colleague).entries == ()


def test_only_what_touches_the_days_is_shown(meeting: Meeting) -> None:
    assert ids(office_calendar(meeting.desk, meeting.organiser, day(0))) == [meeting.id]
    assert ids(office_calendar(meeting.desk, meeting.organiser, day(1))) == []


def test_one_answer_reads_no_more_than_its_measure_and_says_that_it_was_cut(meeting: Meeting) -> None:
    agenda = meeting.agenda()
    meeting.desk.given(AGENDAS, *(replace(agenda, id=f"rapat-{number:03}") for number in range(MOST_READ)))

    full = office_calendar(meeting.desk, meeting.organiser)
    assert (len(full.entries), full.is_cut) == (MOST_READ, True)


def test_another_office_sees_nothing_of_it(meeting: Meeting, stranger: Actor) -> None:
    assert office_calendar(meeting.desk, stranger).entries == ()
