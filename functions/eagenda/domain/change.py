"""The room that an agenda has, and what it said before its time or its place was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.values import Instant

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


def window_at(agenda: Agenda, at: datetime) -> tuple[datetime, datetime]:
    """Return from when until when attendance was taken, by what the agenda said at that moment."""
    held = next((change for change in agenda.changes if at < change.at), agenda)
    return held.opens_at, held.closes_at
