"""A record store on which nothing is safe that is not safe to run twice."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from shared.ports.records import Body, Collection, Document, Query, Records, Transaction

T = TypeVar("T")


class _RunAgain(Exception):
    pass


class TwiceRecords:
    """A record store that runs every work twice and commits the second run."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def get(self, collection: Collection, key: str) -> Body | None:
        return self._records.get(collection, key)

    def get_many(self, collection: Collection, keys: Iterable[str]) -> dict[str, Body]:
        return self._records.get_many(collection, keys)

    def query(self, query: Query) -> list[Document]:
        return self._records.query(query)

    def count(self, query: Query, up_to: int) -> int:
        return self._records.count(query, up_to)

    def transact(self, work: Callable[[Transaction], T], *, series: bool = False) -> T:
        def undone(transaction: Transaction) -> None:
            work(transaction)
            raise _RunAgain

        with contextlib.suppress(_RunAgain):
            self._records.transact(undone, series=series)
        return self._records.transact(work, series=series)

    def close(self) -> None:
        self._records.close()
