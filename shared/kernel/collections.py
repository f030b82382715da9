"""Typed collections: a domain value inside its envelope, who may read it, and the lists that may be asked for."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, Unpack

from shared import codec
from shared.ports import records
from shared.rules.calendar import rfc3339
from shared.values import Int64, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shared.ports.records import Body, Scalar

T = TypeVar("T")

_VALUE = "value."


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A declared list: fields of the value compared for equality, and the one that orders and may be bounded."""

    equal: tuple[str, ...] = ()
    order: str = ""
    descending: bool = False
    contains_any: str = ""  # a field of tokens, only in a collection that has no readers
    words: str = ""  # a field of words, of which one is typed; only together with contains_any
    of_service: bool = False  # asked by our own services alone, so not narrowed to what a person may read


class Bounds(TypedDict, total=False):
    """What is asked of a declared list: values for its equal fields, tokens, from where to where, and a typed word.

    ``slip`` asks for words near it instead of those that it begins.
    """

    equal: tuple[Scalar, ...]
    tokens: tuple[str, ...]
    low: Scalar | datetime | None
    high: Scalar | datetime | None
    typed: str
    slip: bool


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A part of a list and the opaque cursor of the next part."""

    items: tuple[T, ...]
    next_cursor: str | None


@dataclass(frozen=True)
class TypedCollection(Generic[T]):
    """Where values of one type are kept.

    ``key`` makes the deterministic key of a value (None: the kernel gives a random one). ``readers`` makes the reader
    tokens of a listable record; a collection without it is not listed to people, only read by the code.
    ``organisation`` and ``matter`` (the thread) fill the envelope; ``upcasters[0]`` brings a value of schema 1 to 2.
    """

    name: str
    kind: type[T]
    key: Callable[[T], str] | None = None
    readers: Callable[[T], tuple[str, ...]] | None = None
    organisation: Callable[[T], str] = lambda _: ""
    matter: Callable[[T], str] = lambda _: ""
    queries: tuple[ListQuery, ...] = ()
    upcasters: tuple[Callable[[Any], Any], ...] = ()
    schema: int = field(init=False)
    stored: records.Collection = field(init=False)

    def __post_init__(self) -> None:
        """Count the schemas, and make the port's view of the collection once."""
        object.__setattr__(self, "schema", len(self.upcasters) + 1)
        object.__setattr__(self, "stored", records.Collection(self.name, tuple(map(self.shape, self.queries))))

    def shape(self, query: ListQuery) -> records.Shape:
        """Return the shape that the store must index for a declared list."""
        narrowed = self.readers is not None and not query.of_service
        contains = "readers" if narrowed else query.contains_any and _VALUE + query.contains_any
        return records.Shape(
            equal=tuple(_VALUE + name for name in query.equal),
            contains_any=contains,
            order=query.order and _VALUE + query.order,
            descending=query.descending,
            words=query.words and _VALUE + query.words,
        )

    def read(self, body: Body) -> T:
        """Return the domain value of a stored body."""
        value = body["value"]
        for upcast in self.upcasters[body["schema"] - 1 :]:
            value = upcast(value)
        return codec.decode_stored(self.kind, value)

    def write(self, value: T, *, by: str, at: datetime, before: Body | None) -> Body:
        """Return the body to store: the value in a new envelope, or in the next version of the one before."""
        now = rfc3339(at)
        return {
            "schema": self.schema,
            "version": before["version"] + 1 if before else 1,
            "created_at": before["created_at"] if before else now,
            "created_by": before["created_by"] if before else by,
            "updated_at": now,
            "updated_by": by,
            "organisation_id": self.organisation(value),
            "matter_id": self.matter(value),
            "secrecy": "biasa",
            "readers": list(self.readers(value)) if self.readers else [],
            "value": codec.encode_stored(self.kind, value),
        }

    def question(
        self, query: ListQuery, *, cursor: str | None = None, limit: int = 25, **asked: Unpack[Bounds]
    ) -> records.Query:
        """Return the port's query. Raises codec.Invalid for a cursor that belongs to another list."""
        question = records.Query(
            self.stored,
            self.shape(query),
            asked.get("equal", ()),
            asked.get("tokens", ()),
            _scalar(asked.get("low")),
            _scalar(asked.get("high")),
            limit=limit,
            typed=asked.get("typed", ""),
            slip=asked.get("slip", False),
        )
        return question if cursor is None else replace(question, after=_read_cursor(cursor, question))

    def page(self, documents: list[records.Document], asked: records.Query) -> Page[tuple[str, T]]:
        """Return keys and values of the documents, with a cursor when there may be more."""
        return Page(
            tuple((document.key, self.read(document.body)) for document in documents),
            _write_cursor(documents[-1], asked) if documents and len(documents) == asked.limit else None,
        )


@dataclass(frozen=True, slots=True)
class _Cursor:
    """Where a part of a list ended; a caller may send back anything, so it is read as strictly as a form."""

    value: str | Int64 | None
    key: str
    filter: str


def _scalar(bound: Scalar | datetime | None) -> Scalar | None:
    return bound if bound is None or isinstance(bound, str | int) else rfc3339(bound)


def _filter(asked: records.Query) -> str:
    shape = asked.shape
    return fingerprint(asked.collection.name, repr((shape.equal, asked.equal, shape.order, shape.descending)))[:8]


def _write_cursor(last: records.Document, asked: records.Query) -> str:
    value: Any = last.body
    for name in asked.shape.order.split(".") if asked.shape.order else ():
        value = value[name]
    cursor = _Cursor(value if asked.shape.order else None, last.key, _filter(asked))
    return base64.urlsafe_b64encode(codec.encode_answer_json(_Cursor, cursor)).decode().rstrip("=")


def _read_cursor(text: str, asked: records.Query) -> records.Position:
    foreign = codec.Invalid([{"pointer": "/cursor", "detail": "Muat daftar ini dari awal."}])
    try:
        cursor = codec.decode_json(_Cursor, base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        records.check_key(cursor.key)
    except (ValueError, codec.Malformed, codec.Invalid, records.KeyRefused):
        raise foreign from None
    if cursor.filter != _filter(asked) or (cursor.value is None) == bool(asked.shape.order):
        raise foreign
    return records.Position(cursor.value, cursor.key)
