"""What a table is: a name, the value that a row gives, its columns as people see them, and the rows of the release."""

from __future__ import annotations

import csv
import importlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shared import codec
from shared.kernel.catalogue import FUNCTIONS
from shared.rules.dated import DatedRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")

_DATES = ("valid_from", "valid_to", "basis")
_SHARED = ("shared.tables.holidays", "shared.tables.retention")


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the value, in words for people; ``choices`` are the words for an enumeration's values."""

    name: str
    title: str
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table(Generic[T]):
    """A declared table. ``kind`` is a dataclass whose fields are the columns.

    With ``key`` several rows hold side by side, one for each value of those columns, and one may end. Without it a
    single row holds, always.
    """

    id: str
    title: str
    purpose: str
    kind: type[T]
    columns: tuple[Column, ...]
    seed: Path
    key: tuple[str, ...] = ()

    def value(self, values: Mapping[str, str]) -> T:
        """Return the value of a row's texts. Raises codec.Invalid, with a pointer for each wrong column."""
        return codec.decode_strings(self.kind, values)

    def row(self, values: Mapping[str, str], valid_from: date, valid_to: date | None, basis: str) -> DatedRow:
        """Return the row of these texts."""
        return DatedRow(" · ".join(values[name] for name in self.key), dict(values), valid_from, valid_to, basis)

    def released(self) -> tuple[DatedRow, ...]:
        """Return the rows that come with this release."""
        return _released(self)

    def __hash__(self) -> int:
        """Hash the id, by which a table is known."""
        return hash(self.id)


@cache
def _released(table: Table[Any]) -> tuple[DatedRow, ...]:
    with table.seed.open(newline="", encoding="utf-8") as file:
        return tuple(_seeded(table, cells) for cells in csv.DictReader(file))


def _seeded(table: Table[Any], cells: dict[str, str]) -> DatedRow:
    valid_to = date.fromisoformat(cells["valid_to"]) if cells["valid_to"] else None
    values = {name: cell for name, cell in cells.items() if name not in _DATES}
    return table.row(values, date.fromisoformat(cells["valid_from"]), valid_to, cells["basis"])


def all_tables() -> dict[str, Table[Any]]:
    """Return every table that the code declares, by id: in ``functions/<system>/tables.py`` or here."""
    systems = sorted(path.parent.name for path in FUNCTIONS.glob("*/tables.py"))
    modules = (*(f"functions.{system}.tables" for system in systems), *_SHARED)
    return {
        value.id: value
        for module in modules
        for value in vars(importlib.import_module(module)).values()
        if isinstance(value, Table)
    }
