"""Lists of the directory that are read to their end, from what a process remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.kernel.collections import ListQuery, TypedCollection
    from shared.ports.records import Reads, Scalar

T = TypeVar("T")

_AT_ONCE = 100


def walk(reads: Reads, collection: TypedCollection[T], query: ListQuery, *equal: Scalar) -> Iterator[T]:
    """Yield all records that a query finds, reading a page when it is reached; they may be a minute old."""
    cursor: str | None = None
    while True:
        asked = collection.question(query, equal=equal, cursor=cursor, limit=_AT_ONCE)
        page = collection.page(reads.query(asked), asked)
        yield from (it for _, it in page.items)
        cursor = page.next_cursor
        if cursor is None:
            return
