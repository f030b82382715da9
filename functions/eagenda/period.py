"""The two halves of a list of agendas: today and after, or before today."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from shared.rules.calendar import day_bounds, wib_date

if TYPE_CHECKING:
    from datetime import datetime


class Period(StrEnum):
    """Which half."""

    UPCOMING = "upcoming"
    PAST = "past"


def bounds(period: Period, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Return from when (included) to when (excluded) agendas of the period start; today belongs to the upcoming."""
    midnight, _ = day_bounds(wib_date(now))
    return (midnight, None) if period is Period.UPCOMING else (None, midnight)
