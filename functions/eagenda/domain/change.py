"""The room that an agenda has, its day in a series, and what it said before its time or its place was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eagenda.domain.sitting import Sitting, sitting_at
from shared.values import Day, Instant

if TYPE_CHECKING:
    from datetime import datetime

    from functions.eagenda.domain.agenda import Agenda

MOST_CHANGES = 50  # the oldest is forgotten first: nobody scans in a hall that was left so often


@dataclass(frozen=True, slots=True)
class BookedRoom:
    """A room that is an agenda's for its time; the name as of the booking."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class InSeries:
    """Of which series an agenda is, and for which of its days it was made, wherever it was moved since."""

    id: str
    day: Day


@dataclass(frozen=True, slots=True)
class Change:
    """When, by whom and why an agenda moved, and what held until that moment."""

    at: Instant
    by: str
    reason: str
    place: str
    starts_at: Instant
    ends_at: Instant
    opens_at: Instant
    closes_at: Instant
    sittings: tuple[Sitting, ...] = ()


def held_at(agenda: Agenda, at: datetime) -> Agenda | Change:
    """Return what the agenda said at that moment."""
    return next((change for change in agenda.changes if at < change.at), agenda)


def part_at(agenda: Agenda, at: datetime) -> Agenda | Change | Sitting:
    """Return that whose attendance was taken, by what the agenda said at that moment: a sitting, or the whole."""
    held = held_at(agenda, at)
    return sitting_at(held.sittings, at) or held
