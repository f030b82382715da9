"""The room that an agenda has, and what it said before its time or its place was changed."""

from __future__ import annotations

from dataclasses import dataclass

from shared.values import Instant

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
