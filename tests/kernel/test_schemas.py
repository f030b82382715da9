from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter

from shared.answers import File, Page
from shared.kernel import catalogue
from shared.kernel.collections import _Cursor
from shared.manifest import typed_collections
from shared.schemas import schema_of

# What pydantic notes beside a schema for its own JSON schemas, and what it writes though it is the default.
_NOTES = {"metadata", "ref", "config"}
_DEFAULTS = {
    "frozen": False,
    "init": True,
    "collect_init_only": False,
    "computed_fields": [],
    "post_init": False,
    "kw_only": True,
}


def kinds() -> Iterator[type[Any]]:
    yield _Cursor
    yield from (collection.kind for collection in typed_collections())
    for declaration in catalogue.everything():
        yield from declaration.events
        if declaration.payload:
            yield declaration.payload
        if not issubclass(declaration.answer, File | Page):
            yield declaration.answer


@pytest.mark.parametrize("kind", sorted(set(kinds()), key=repr), ids=repr)
def test_the_schema_of_every_type_is_what_pydantic_writes(kind: type[Any]) -> None:
    theirs = TypeAdapter(kind).core_schema
    definitions = {it["ref"]: it for it in theirs.get("definitions", [])}

    assert plain(schema_of(kind), {}) == plain(theirs, definitions)


@dataclass
class Unknown:
    amount: Decimal


@dataclass
class WithFactory:
    parts: tuple[int, ...] = field(default_factory=tuple)
    either: str | int | None = None


def test_defaults_that_are_made_and_unions_are_as_pydantic_writes_them() -> None:
    assert plain(schema_of(WithFactory), {}) == plain(TypeAdapter(WithFactory).core_schema, {})


def test_a_type_that_nobody_has_taught_it_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Decimal.* has no schema"):
        schema_of(Unknown)


def plain(schema: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 -- a schema's part may be anything
    """Return the schema without notes, defaults and references."""
    match schema:
        case {"type": "definitions", "schema": inner}:
            return plain(inner, definitions)
        case {"type": "definition-ref", "schema_ref": ref}:
            return plain(definitions[ref], definitions)
        case dict():
            return {
                name: plain(value, definitions)
                for name, value in schema.items()
                if name not in _NOTES and not (name in _DEFAULTS and value == _DEFAULTS[name])
            }
        case list():
            return [plain(item, definitions) for item in schema]
    return schema
