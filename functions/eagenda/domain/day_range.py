"""A range of days, as a calendar shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.refusals import InvalidField
from shared.rules.calendar import day_bounds
from shared.values import Day

MOST_DAYS = 42  # six weeks: the most that the page of a month shows


@dataclass(frozen=True, slots=True)
class DayRange:
    """From the first day to the last, both included."""

    first_day: Day
    last_day: Day


def range_bounds(days: DayRange) -> tuple[datetime, datetime]:
    """Return the instants between which the days last in Mojokerto. Raises InvalidField for a range that is none."""
    if days.last_day < days.first_day:
        raise InvalidField("/last_day", "Hari terakhir harus sesudah hari pertama.")
    if days.last_day - days.first_day >= timedelta(days=MOST_DAYS):
        raise InvalidField("/last_day", f"Pilih paling banyak {MOST_DAYS} hari.")
    return day_bounds(days.first_day)[0], day_bounds(days.last_day)[1]
