"""Showing the caller's own calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from functions.eagenda.calendar_days import MOST_READ, CalendarEntry, DayOff
from functions.eagenda.domain.agenda import AgendaState
from functions.eagenda.domain.day_range import MOST_DAYS, DayRange
from functions.eagenda.records import INVITATIONS
from functions.eagenda.show_calendar import show_calendar
from shared.refusals import InvalidField
from shared.rules.calendar import wib_time
from tests.eagenda.calendars import MONTH, TODAY, calendar, day, ids, office_calendar
from tests.eagenda.meeting import Meeting
from tests.eagenda.repeating import Repeating

if TYPE_CHECKING:
    from shared.actor import Actor
    from tests.desk import Desk


def test_an_invited_person_sees_the_meeting_and_what_it_is_to_them(meeting: Meeting) -> None:
    [entry] = calendar(meeting.desk, meeting.guest).entries
    agenda = meeting.agenda()
    assert entry == CalendarEntry(
        meeting.id,
        agenda.title,
        agenda.place,
        meeting.starts_at,
        meeting.ends_at,
        agenda.state,
        None,
        is_invited=True,
        is_organiser=False,
    )


def test_whoever_calls_a_meeting_sees_it_once_also_when_they_are_invited(desk: Desk) -> None:
    first = Meeting(desk)
    second = Meeting(desk, first.organiser, starts_at=desk.clock.now() + timedelta(hours=3))

    entries = calendar(desk, first.organiser).entries

    assert [(it.agenda_id, it.is_invited, it.is_organiser) for it in entries] == [
        (first.id, False, True),
        (second.id, True, True),
    ]
    assert {it.organisation_name for it in entries} == {"Dinas Diskominfo"}


def test_a_cancelled_meeting_stays_in_the_calendar_as_cancelled(meeting: Meeting) -> None:
    meeting.cancel()
    meeting.desk.deliver()
    assert [it.state for it in calendar(meeting.desk, meeting.guest).entries] == [AgendaState.CANCELLED]


def test_a_meeting_across_midnight_is_on_both_days_and_on_no_other(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=wib_time(TODAY, "22:00"), lasts=timedelta(hours=4))
    on = {number: ids(calendar(desk, meeting.guest, day(number))) for number in (-1, 0, 1, 2)}
    assert on == {-1: [], 0: [meeting.id], 1: [meeting.id], 2: []}


def test_a_meeting_that_ends_at_midnight_is_not_on_the_next_day(desk: Desk) -> None:
    meeting = Meeting(desk, starts_at=wib_time(TODAY, "22:00"), lasts=timedelta(hours=2))
    assert ids(calendar(desk, meeting.guest, day(0))) == [meeting.id]
    assert ids(calendar(desk, meeting.guest, day(1))) == []


def test_a_meeting_of_a_week_is_still_shown_on_its_last_day(desk: Desk) -> None:
    meeting = Meeting(desk, lasts=timedelta(days=7))
    assert ids(calendar(desk, meeting.guest, day(7))) == [meeting.id]


def test_the_days_begin_and_end_at_midnight_in_mojokerto(desk: Desk) -> None:
    begins = [wib_time(TODAY, "00:00"), wib_time(TODAY, "23:59"), wib_time(TODAY + timedelta(days=1), "00:00")]
    desk.clock.set(begins[0])
    meetings = [Meeting(desk, starts_at=begin, lasts=timedelta(minutes=1)) for begin in begins]
    assert ids(calendar(desk, meetings[0].guest, day(0))) == [meetings[0].id, meetings[1].id]


def test_the_holidays_among_the_days_are_named(desk: Desk) -> None:
    person = desk.employee("Aditya")
    christmas = DayRange(date(2026, 12, 22), date(2026, 12, 26))
    assert calendar(desk, person, christmas).days_off == (
        DayOff(date(2026, 12, 24), "Cuti Bersama Hari Raya Natal"),
        DayOff(date(2026, 12, 25), "Hari Raya Natal"),
    )


def test_one_answer_reads_no_more_than_its_measure_and_says_that_it_was_cut(meeting: Meeting) -> None:
    [invitation] = meeting.desk.all(INVITATIONS, INVITATIONS.queries[0], meeting.guest.id)
    many = (replace(invitation, agenda_id=f"rapat-{number:03}") for number in range(MOST_READ))
    assert not calendar(meeting.desk, meeting.guest).is_cut
    meeting.desk.given(INVITATIONS, *many)

    full = calendar(meeting.desk, meeting.guest)
    assert (len(full.entries), full.is_cut) == (MOST_READ, True)


@pytest.mark.parametrize(
    "days",
    [
        DayRange(TODAY, TODAY - timedelta(days=1)),
        DayRange(TODAY, TODAY + timedelta(days=MOST_DAYS)),
        DayRange(date(2000, 1, 1), date(2100, 1, 1)),
    ],
)
def test_a_range_that_is_none_or_too_long_is_pointed_at(meeting: Meeting, days: DayRange) -> None:
    with pytest.raises(InvalidField):
        calendar(meeting.desk, meeting.guest, days)


def test_six_weeks_may_be_asked(meeting: Meeting) -> None:
    days = DayRange(TODAY, TODAY + timedelta(days=MOST_DAYS - 1))
    assert ids(calendar(meeting.desk, meeting.guest, days)) == [meeting.id]


@pytest.mark.parametrize("wrong", ["24-11-2026", "2026-11-31", "besok", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_no_date_is_pointed_at(meeting: Meeting, wrong: str) -> None:
    params = {"first_day": wrong, "last_day": "2026-12-01"}
    response = meeting.desk.request(show_calendar, params=params, token=meeting.desk.token(meeting.guest))
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/first_day")


def test_nobody_else_has_it_in_their_calendar(
    meeting: Meeting, colleague: Actor, superior: Actor, stranger: Actor
) -> None:
    for other in (colleague, superior, stranger):
        assert calendar(meeting.desk, other, MONTH).entries == ()


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
def test_a_calendar_of_the_portal_marks_what_is_of_a_series(desk: Desk, meeting: Meeting) -> None:
    repeating = Repeating(desk)
    created = repeating.create()
    marked = {it.agenda_id: it.in_series for it in calendar(desk, repeating.guest).entries}
    assert marked == {meeting.id: False, created.agenda_id: True}
    assert {it.agenda_id: it.in_series for it in office_calendar(desk, repeating.organiser).entries} == marked
