"""Until when a letter wants to be dealt with, by its urgency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from functions.eoffice.domain.letter import Urgensi
from shared.rules.calendar import CLOSING, add_working_days, wib_date, wib_time
from shared.values import Between

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class ReplyTime:
    """A letter of this urgency waits for so many hours, or until the end of so many working days where that is 0."""

    urgensi: Urgensi
    hours: Annotated[int, Between(0, 240)]
    working_days: Annotated[int, Between(0, 60)]


def due(reply: ReplyTime, since: datetime, days_off: Collection[date]) -> datetime:
    """Return until when a letter is to be dealt with that came to somebody at that moment."""
    if reply.hours:
        return since + timedelta(hours=reply.hours)
    return wib_time(add_working_days(wib_date(since), reply.working_days, days_off), CLOSING)


def next_day_end(now: datetime, days_off: Collection[date]) -> datetime:
    """Return when the offices close on the next working day: then who is still late is reminded again."""
    return wib_time(add_working_days(wib_date(now), 1, days_off), CLOSING)
