"""A day of a series before it is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.eagenda.domain.series import SeriesDay
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class PreviewedDay:
    """A day of the rule: why nothing takes place on it, or by whom its room is taken."""

    day: date
    starts_at: Instant
    ends_at: Instant
    skipped: str
    room_taken: str


def previewed(day: SeriesDay, room_taken: str) -> PreviewedDay:
    """Return a day as it would be published; whose room is taken matters on days that are not skipped."""
    return PreviewedDay(day.day, day.starts_at, day.ends_at, day.skipped, room_taken if not day.skipped else "")
