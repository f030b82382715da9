"""Rows of rules that hold from a day on, each with its basis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from shared.values import Day, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

Basis = Annotated[str, Text(5, 200)]


class Standing(StrEnum):
    """Whether a row holds on a day, or will, or did."""

    IN_FORCE = "in-force"
    FUTURE = "future"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class DatedRow:
    """What holds from a day to a day, both included; without a last day, until a later row of the same key begins.

    ``key`` tells apart what holds side by side (each holiday is one); ``values`` are texts by column, as a form and a
    CSV write them. ``proposal_id`` is empty for a row that came with the release.
    """

    key: str
    values: dict[str, str]
    valid_from: Day
    valid_to: Day | None
    basis: Basis
    proposal_id: str = ""

    def last_day(self, rows: Iterable[DatedRow]) -> date | None:
        """Return the last day on which it holds among the rows of its table; None while no end is known."""
        later = (row.valid_from for row in rows if row.key == self.key and row.valid_from > self.valid_from)
        ends = [begin - timedelta(days=1) for begin in later] + ([self.valid_to] if self.valid_to else [])
        return min(ends, default=None)

    def standing(self, rows: Iterable[DatedRow], day: date) -> Standing:
        """Return whether it holds on that day among the rows of its table."""
        last = self.last_day(rows)
        if day < self.valid_from:
            return Standing.FUTURE
        return Standing.IN_FORCE if last is None or day <= last else Standing.PAST


def layered(released: Iterable[DatedRow], approved: Iterable[DatedRow]) -> tuple[DatedRow, ...]:
    """Return all rows of a table: those of the release, and over them those that the office approved itself."""
    by_start = {(row.key, row.valid_from): row for row in (*released, *approved)}
    return tuple(sorted(by_start.values(), key=lambda row: (row.key, row.valid_from)))


def in_force(rows: Iterable[DatedRow], day: date) -> tuple[DatedRow, ...]:
    """Return the rows that hold on a day: of each key the last that has begun, unless it has ended."""
    begun = sorted((row for row in rows if row.valid_from <= day), key=lambda row: row.valid_from)
    latest = {row.key: row for row in begun}
    return tuple(row for row in latest.values() if row.valid_to is None or day <= row.valid_to)
