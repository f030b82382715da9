"""The form of a table's row, read from its columns' types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, get_type_hints

from shared.schemas import schema_of

if TYPE_CHECKING:
    from shared.tables.table import Table


class FieldKind(StrEnum):
    """How a column is filled in."""

    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that may be chosen, in words."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class FormField:
    """A column as a form shows it; ``least`` and ``most`` bound a number, ``is_key`` tells rows apart."""

    name: str
    title: str
    kind: FieldKind
    unit: str
    least: int | None
    most: int | None
    choices: tuple[Choice, ...]
    is_key: bool


def form_of(table: Table[Any]) -> tuple[FormField, ...]:
    """Return the fields of a table's row in order of its columns."""
    hints = get_type_hints(table.kind, include_extras=True)
    return tuple(
        FormField(
            name=column.name,
            title=column.title,
            kind=_kind(hints[column.name]),
            unit=column.unit,
            least=schema_of(hints[column.name]).get("ge"),
            most=schema_of(hints[column.name]).get("le"),
            choices=tuple(Choice(*choice) for choice in column.choices),
            is_key=column.name in table.key,
        )
        for column in table.columns
    )


def _kind(hint: Any) -> FieldKind:  # noqa: ANN401 -- an annotation
    plain = getattr(hint, "__origin__", hint)
    if plain is int:
        return FieldKind.NUMBER
    if plain is date:
        return FieldKind.DATE
    return FieldKind.CHOICE if issubclass(plain, StrEnum) else FieldKind.TEXT
