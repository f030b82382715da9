"""A store that notes each document read and written, as Firestore bills them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from shared.kernel.journal import JOURNAL

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable

    from shared.ports.records import Body, Collection, Document, Query, Transaction

T = TypeVar("T")


class Billed:
    """A store, or the view of one of its works, that notes each document read and written."""

    def __init__(self, inside: Any, bill: Counter[str]) -> None:  # noqa: ANN401 -- a store or a transaction
        self._inside = inside
        self._bill = bill
        self._fetched: set[tuple[Collection, str]] = set()

    def expect(self, wanted: Iterable[tuple[Collection, str]]) -> None:
        self._fetched |= set(wanted)
        self._bill["reads"] += len(self._fetched)
        self._bill["round trips"] += 1
        self._inside.expect(self._fetched)

    def get(self, collection: Collection, key: str) -> Body | None:
        if (collection, key) not in self._fetched:
            self._bill["reads"] += 1
            self._bill["round trips"] += 1
        found: Body | None = self._inside.get(collection, key)
        return found

    def get_many(self, collection: Collection, keys: Iterable[str]) -> dict[str, Body]:
        found: dict[str, Body] = self._inside.get_many(collection, keys)
        self._bill["reads"] += len(found)
        self._bill["round trips"] += 1
        return found

    def query(self, query: Query) -> list[Document]:
        found: list[Document] = self._inside.query(query)
        looks_for_work = query.collection is JOURNAL.stored
        self._bill["looks" if looks_for_work else "reads"] += max(1, len(found))  # finding nothing is billed as one
        return found

    def count(self, query: Query, up_to: int) -> int:
        self._bill["reads"] += 1
        return int(self._inside.count(query, up_to))

    def create(self, collection: Collection, key: str, body: Body) -> None:
        self._bill["writes"] += 1
        self._inside.create(collection, key, body)

    def put(self, collection: Collection, key: str, body: Body) -> None:
        self._bill["writes"] += 1
        self._inside.put(collection, key, body)

    def delete(self, collection: Collection, key: str) -> None:
        self._bill["writes"] += 1
        self._inside.delete(collection, key)

    def transact(self, work: Callable[[Transaction], T], *, series: bool = False) -> T:
        result: T = self._inside.transact(lambda inner: work(Billed(inner, self._bill)), series=series)
        return result

    def close(self) -> None:
        self._inside.close()
