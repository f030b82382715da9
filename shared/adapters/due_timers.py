"""Timers as due rows in the record store, fired by a sweep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from shared.kernel.collections import ListQuery, TypedCollection
from shared.values import Instant

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from shared.ports.records import Document, Records, Transaction

_BATCH = 100


@dataclass(frozen=True, slots=True)
class Timer:
    """A name and when it is due."""

    name: str
    due_at: Instant


BY_DUE = ListQuery(order="due_at")
TIMERS = TypedCollection("timers", Timer, key=lambda it: it.name, queries=(BY_DUE,))
WAKE_UPS = TypedCollection("wake_ups", Timer, key=lambda it: it.name, queries=(BY_DUE,))


class DueTimers:
    """The timers of one record store."""

    def __init__(self, records: Records, rows: TypedCollection[Timer] = TIMERS) -> None:
        """Keep the rows in a collection of ``records``."""
        self._records = records
        self._rows = rows

    def set(self, name: str, due: datetime) -> None:
        """Make the timer, or move it."""

        def work(transaction: Transaction) -> None:
            before = transaction.get(self._rows.stored, name)
            body = self._rows.write(Timer(name, due), by="timers", at=due, before=before)
            transaction.put(self._rows.stored, name, body)

        self._records.transact(work)

    def cancel(self, name: str) -> None:
        """Forget the timer."""
        self._records.transact(lambda tx: tx.delete(self._rows.stored, name))

    def due(self, name: str) -> datetime | None:
        """Return when the timer fires, or None."""
        body = self._records.get(self._rows.stored, name)
        return self._rows.read(body).due_at if body else None

    def fire_due(self, now: datetime, fire: Callable[[str, datetime], None]) -> int:
        """Fire what is due; each row goes when its firing has returned, unless it was moved meanwhile."""
        asked = self._rows.question(BY_DUE, high=now, limit=_BATCH)
        fired = 0
        for document in self._records.query(asked):
            # An earlier firing may have moved or cancelled this one.
            if self._records.get(self._rows.stored, document.key) == document.body:
                timer = self._rows.read(document.body)
                fire(timer.name, timer.due_at)
                self._records.transact(partial(self._forget, fired=document))
                fired += 1
        return fired

    def _forget(self, transaction: Transaction, fired: Document) -> None:
        if transaction.get(self._rows.stored, fired.key) == fired.body:
            transaction.delete(self._rows.stored, fired.key)
