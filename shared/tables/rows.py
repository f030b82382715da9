"""The rows of a table: those of the release, and over them those that the office approved.

An operation asks for the value that holds on a day. That costs at most one read, remembered for a minute, so a change
reaches every process within a minute; as no row begins on the day of its approval, none is late.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from shared.kernel.collections import TypedCollection
from shared.rules.dated import DatedRow, in_force, layered

if TYPE_CHECKING:
    from datetime import date

    from shared.kernel.context import ReadContext
    from shared.tables.table import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TableRows:
    """What an office approved for one table; all in one record, so that two who approve at once meet."""

    table_id: str
    rows: tuple[DatedRow, ...] = ()


TABLE_ROWS = TypedCollection("table_rows", TableRows, key=lambda it: it.table_id)
_PEEKED = replace(TABLE_ROWS.stored, remember_missing=True)  # most offices change few tables


def rows_on(day: date, table: Table[T], ctx: ReadContext) -> tuple[DatedRow, ...]:
    """Return all rows that hold on that day, as texts: of a table of thousands, where few values are needed."""
    body = ctx.ports.cached.get(_PEEKED, table.id)
    approved = TABLE_ROWS.read(body).rows if body else ()
    return in_force(layered(table.released(), approved), day)


def values_on(day: date, table: Table[T], ctx: ReadContext) -> tuple[T, ...]:
    """Return the values of all rows that hold on that day."""
    return tuple(table.value(row.values) for row in rows_on(day, table, ctx))


def value_on(day: date, table: Table[T], ctx: ReadContext) -> T:
    """Return the value that holds on that day, of a table in which one row always does."""
    [value] = values_on(day, table, ctx)
    return value
