"""Records that may be a minute old: the directory and secrets, read again and again by every call."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from shared.ports.records import Body, Collection, Document, Query, Records

_SECONDS = 60.0
_REMEMBERED = 20_000


class CachedReads:
    """The store's committed records, remembered for a minute in this process.

    That one is missing is remembered only where its collection says so.
    """

    def __init__(self, records: Callable[[], Records], clock: Callable[[], float] = time.monotonic) -> None:
        """Read from the store on first use."""
        self._records = records
        self._clock = clock
        self._entries: dict[Hashable, tuple[float, Any]] = {}
        self._mutex = threading.Lock()

    def get(self, collection: Collection, key: str) -> Body | None:
        """Return the body, at most a minute old."""
        found: Body | None = self._remembered(
            (collection.name, key), lambda: self._records().get(collection, key), also=collection.remember_missing
        )
        return found

    def query(self, query: Query) -> list[Document]:
        """Return the matching documents, at most a minute old."""
        return self._remembered(query, lambda: self._records().query(query)) or []

    def count(self, query: Query, up_to: int) -> int:
        """Count afresh: a number is cheap and its age would be seen."""
        return self._records().count(query, up_to)

    def _remembered(self, key: Hashable, read: Callable[[], Any], *, also: bool = False) -> Any:
        now = self._clock()
        entry = self._entries.get(key)
        if entry is not None and now - entry[0] < _SECONDS:
            return entry[1]
        value = read()
        if value or also:
            with self._mutex:
                if len(self._entries) >= _REMEMBERED:
                    self._entries.clear()
                self._entries[key] = (now, value)
        return value
