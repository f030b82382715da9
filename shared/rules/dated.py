"""Rows of rules that hold from a day on, each with its basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Dated(Protocol):
    """A row that holds until a later one begins."""

    @property
    def valid_from(self) -> date:
        """The first day on which it holds."""
        ...


Row = TypeVar("Row", bound=Dated)


def in_force(rows: Iterable[Row], day: date) -> Row:
    """Return the row that holds on a day: of those that have begun, the last. Raises ValueError before the first."""
    return max((row for row in rows if row.valid_from <= day), key=lambda row: row.valid_from)
