"""Showing the calendar of the regency's leadership."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from functions.eagenda.calendar_days import ShownCalendar
from functions.eagenda.domain.answer import AnswerKind
from functions.eagenda.domain.visibility import Visibility
from functions.eagenda.show_leadership_calendar import show_leadership_calendar
from tests.eagenda.calendars import MONTH, day
from tests.eagenda.leading import Leadership
from tests.eagenda.meeting import Meeting
from tests.eagenda.subscriber import change

if TYPE_CHECKING:
    from functions.eagenda.domain.day_range import DayRange
    from shared.actor import Actor
    from tests.desk import Desk


@pytest.fixture
def leadership(desk: Desk) -> Leadership:
    return Leadership(desk)


def shown(leadership: Leadership, by: Actor | None = None, days: DayRange = MONTH) -> ShownCalendar:
    answer: ShownCalendar = leadership.desk.call(show_leadership_calendar, days, by=by or leadership.protokol)
    return answer


def test_what_one_of_them_is_invited_to_is_shown_with_all_of_them_who_are(leadership: Leadership) -> None:
    meeting = Meeting(leadership.desk, leadership.sekda, leadership.bupati)
    [entry] = shown(leadership).entries
    assert (entry.agenda_id, entry.title) == (meeting.id, meeting.agenda().title)
    assert [(it.called, it.name) for it in entry.leaders] == [("Bupati", "Barra"), ("Sekretaris Daerah", "Tedi")]
    assert {it.answer for it in entry.leaders} == {AnswerKind.UNANSWERED}
    assert shown(leadership, days=day(1)).entries == ()


def test_what_none_of_them_attends_is_not_the_leaderships(leadership: Leadership) -> None:
    Meeting(leadership.desk)
    assert shown(leadership).entries == ()


def test_whoever_may_not_read_the_agenda_itself_gets_no_link_to_it(leadership: Leadership) -> None:
    Meeting(leadership.desk, leadership.bupati)
    Meeting(leadership.desk, leadership.bupati, leadership.protokol)
    assert sorted(it.may_open for it in shown(leadership).entries) == [False, True]


def test_of_a_secret_agenda_the_protocol_sees_that_the_time_is_taken_and_no_more(leadership: Leadership) -> None:
    meeting = Meeting(leadership.desk, leadership.bupati, title="Rapat tertutup soal mutasi")
    change(meeting, visibility=Visibility.SECRET)
    [entry] = shown(leadership).entries
    assert (entry.title, entry.place, entry.organisation_name) == ("Agenda rahasia", "", None)
    assert (entry.starts_at, [it.called for it in entry.leaders]) == (meeting.starts_at, ["Bupati"])


def test_it_needs_the_right_to_it(leadership: Leadership, meeting: Meeting) -> None:
    params = {"first_day": "2026-11-24", "last_day": "2026-11-24"}
    token = leadership.desk.token(meeting.organiser)
    assert leadership.desk.request(show_leadership_calendar, params=params, token=token).status_code == 403
