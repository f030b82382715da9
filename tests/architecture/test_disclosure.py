"""What is masked is shown whole only by acts that write down who saw it."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic_core import PydanticSerializationError

from shared import codec
from shared.disclosure import ACCESSES, Disclosed
from shared.kernel import catalogue
from shared.kernel.catalogue import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

MAKES_ONE = re.compile(r"\bDisclosed\(")


def parts(kind: Any, seen: frozenset[Any] = frozenset()) -> Iterator[Any]:  # noqa: ANN401 -- any type of an answer
    """Yield every type that a type is made of."""
    origin = get_origin(kind)
    yield origin or kind
    for part in get_args(kind):
        yield from parts(part, seen)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind not in seen:
        for hint in get_type_hints(kind, include_extras=True).values():
            yield from parts(hint, seen | {kind})


DISCLOSING = [it for it in catalogue.everything() if it.is_public and Disclosed in set(parts(it.answer))]


def test_there_is_something_that_discloses() -> None:
    assert [it.target for it in DISCLOSING] != []


@pytest.mark.parametrize("declared", DISCLOSING, ids=lambda it: it.target)
def test_what_discloses_is_a_command_whose_answer_is_not_stored(declared: catalogue.Declaration) -> None:
    assert declared.kind is Kind.OPERATION
    assert declared.secret


def test_only_the_module_that_writes_the_row_makes_a_disclosed_value() -> None:
    files = [path for folder in ("functions", "shared") for path in (catalogue.ROOT / folder).rglob("*.py")]
    made = [path.name for path in files if MAKES_ONE.search(path.read_text(encoding="utf-8"))]
    assert made == ["disclosure.py"]


def test_a_disclosed_value_can_be_stored_nowhere_and_shows_itself_in_no_log() -> None:
    with pytest.raises(PydanticSerializationError, match="may not be stored"):
        codec.encode_stored(Disclosed, Disclosed("199409222019031903"))
    assert repr(Disclosed("199409222019031903")) == "Disclosed(•••)"


def test_the_rows_are_read_by_the_person_alone() -> None:
    assert ACCESSES.readers is not None
