"""A calendar as the tests of E-Agenda look at it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from functions.eagenda.domain.day_range import DayRange
from functions.eagenda.show_calendar import show_calendar
from functions.eagenda.show_office_calendar import show_office_calendar

if TYPE_CHECKING:
    from functions.eagenda.calendar_days import ShownCalendar
    from shared.actor import Actor
    from tests.desk import Desk

TODAY = date(2026, 11, 24)
MONTH = DayRange(date(2026, 10, 26), date(2026, 12, 6))  # the six weeks that the page of November shows


def day(number: int = 0) -> DayRange:
    """Return today, or the day so many days later."""
    return DayRange(TODAY + timedelta(days=number), TODAY + timedelta(days=number))


def calendar(desk: Desk, by: Actor, days: DayRange = MONTH) -> ShownCalendar:
    """Look at one's own calendar."""
    answer: ShownCalendar = desk.call(show_calendar, days, by=by)
    return answer


def office_calendar(desk: Desk, by: Actor, days: DayRange = MONTH) -> ShownCalendar:
    """Look at the calendar of one's office."""
    answer: ShownCalendar = desk.call(show_office_calendar, days, by=by)
    return answer


def ids(shown: ShownCalendar) -> list[str]:
    """Return which agendas are shown, in order."""
    return [entry.agenda_id for entry in shown.entries]
