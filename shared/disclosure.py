"""Identifiers of a person that are masked everywhere, shown whole in one answer, with a row of who saw them.

Showing one is an act: the operation is a command, whose transaction writes the row together with its journal row, and
whose answer is not stored for a retry (``secret=True``). A question changes nothing, so none can show one; pages ask
questions again and again by themselves, and nobody would know what was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import FOR_STORE, Instant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from shared.kernel.context import Context

T = TypeVar("T")


class Identifier(StrEnum):
    """What of a person is masked everywhere else."""

    NIP = "nip"
    NIK = "nik"
    TELEPHONE = "telephone"


class Disclosed(Generic[T]):
    """An identifier that this answer shows whole; only `disclose` makes one. It may be stored nowhere."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def __eq__(self, other: object) -> bool:
        """Compare the texts."""
        return isinstance(other, Disclosed) and other._text == self._text

    def __hash__(self) -> int:
        """Hash the text."""
        return hash(self._text)

    def __repr__(self) -> str:
        """Never show the text: a log line is not the answer."""
        return "Disclosed(•••)"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: Callable[[Any], Any]) -> dict[str, Any]:
        """Tell pydantic (in its plain-dict schema) to write it whole in an answer and in no record."""
        return {
            "type": "function-after",
            "function": {"type": "no-info", "function": cls},
            "schema": handler(str),
            "serialization": {
                "type": "function-plain",
                "function": _answer_only,
                "info_arg": True,
                "return_schema": {"type": "str"},
            },
        }


def _answer_only(shown: Disclosed[Any], info: Any) -> str:  # noqa: ANN401 -- pydantic's, which is not imported here
    if (info.context or {}).get(FOR_STORE):
        message = "what was disclosed may not be stored"
        raise TypeError(message)
    return shown._text  # noqa: SLF001 -- the one place that writes it out


@dataclass(frozen=True, slots=True)
class Access:
    """Somebody saw identifiers of a person: who, as the holder of which position, what, by which operation and when."""

    person_id: str
    by: str
    as_position: str
    identifiers: tuple[Identifier, ...]
    operation: str
    at: Instant


OF_PERSON_NEWEST_FIRST = ListQuery(order="at", descending=True)
OLDEST_FIRST = ListQuery(order="at", of_service=True)

ACCESSES = TypedCollection(
    "access_rows",
    Access,
    readers=lambda it: (f"per:{it.person_id}",),
    queries=(OF_PERSON_NEWEST_FIRST, OLDEST_FIRST),
)


def disclose(
    person_id: str, identifiers: Mapping[Identifier, str | None], operation: str, ctx: Context
) -> dict[Identifier, Disclosed[Any] | None]:
    """Return a person's identifiers for an answer, and write down that the caller sees those that there are."""
    there = tuple(name for name, text in identifiers.items() if text)
    if there:
        ctx.create(ACCESSES, Access(person_id, ctx.actor.id, ctx.actor.position_id, there, operation, ctx.now))
    return {name: Disclosed(text) if text else None for name, text in identifiers.items()}
