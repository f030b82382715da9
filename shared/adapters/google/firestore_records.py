"""Records in Firestore.

A transaction is one of the service's own: what it reads stays locked for writers and open for other readers, so a
thousand scans may read one agenda while none is recorded after its cancellation. The library's decorator is not used:
it retries without a pause, only after a commit, and gives up when five tries have failed.

A series is different: all who take its next number write the same document, and locks would make them wait in turn
for seconds. Its works read one frozen state and commit on condition that each document they got is unchanged; those of
one process take turns, so that only processes collide.

When the connection breaks during a commit nobody can tell whether it was done, and the work is run again. So a work
that must not happen twice creates a document under a key of its own, as each command does with its journal row.
"""

from __future__ import annotations

import random
import threading
import time
from contextlib import contextmanager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakValueDictionary

from shared.adapters.google.firestore_wire import (
    ABSENT,
    Contended,
    Frozen,
    Latest,
    Locked,
    Snapshot,
    Taken,
    Version,
    Wire,
)
from shared.ports.records import AlreadyExists, Busy, KeyRefused, ReadAfterWrite, SeriesMisused, check_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from google.cloud.firestore_v1.types import Write

    from shared.ports.records import Body, Collection, Document, Query, Transaction

T = TypeVar("T")

_PATIENCE = 8.0  # seconds of trying again: the caller of an HTTP function waits no longer
# A pause is random, up to a length that doubles from the first number of seconds to the second.
_TOGETHER = 300  # documents asked for at once: an answer of a megabyte or so, well within the patience of a call
_PAUSES = (0.4, 1.6)  # transactions that waited for each other's locks must come back far apart
_PAUSES_IN_SERIES = (0.04, 0.32)  # commits on a condition are short, and fail at once


class FirestoreRecords:
    """The record store of one Firestore database."""

    def __init__(self, project: str, database: str = "(default)", *, emulator: str = "") -> None:
        """Name the database; nothing is opened before the first use. ``emulator`` is an address like 127.0.0.1:8080."""
        self._project = project
        self._database = database
        self._emulator = emulator
        self._opening = threading.Lock()
        self._opened: Wire | None = None
        self._turns = _Turns()
        self._retries = threading.Lock()

    def get(self, collection: Collection, key: str) -> Body | None:
        """Return the committed body, or None."""
        path = _readable_path(collection, key)
        if path is None:
            return None
        wire = self._wire()
        found = _persistently(partial(wire.read, [path], Latest()), _PAUSES)
        return found[path].body()

    def get_many(self, collection: Collection, keys: Iterable[str]) -> dict[str, Body]:
        """Return the committed bodies that are there, by key; so many with each round trip."""
        paths = {path: key for key in keys if (path := _readable_path(collection, key)) is not None}
        wire, asked = self._wire(), list(paths)
        found: dict[str, Snapshot] = {}
        for first in range(0, len(asked), _TOGETHER):
            some = asked[first : first + _TOGETHER]
            found |= _persistently(partial(wire.read, some, Latest()), _PAUSES)
        bodies = ((paths[path], snapshot.body()) for path, snapshot in found.items())
        return {key: body for key, body in bodies if body is not None}

    def query(self, query: Query) -> list[Document]:
        """Return the committed documents that match."""
        query.check()
        wire = self._wire()
        return _persistently(lambda: wire.query(query, Latest()), _PAUSES)

    def count(self, query: Query, up_to: int) -> int:
        """Count the committed documents that match."""
        query.check()
        wire = self._wire()
        return _persistently(lambda: wire.count(query, up_to, Latest()), _PAUSES)

    def transact(self, work: Callable[[Transaction], T], *, series: bool = False) -> T:
        """Run the work until a commit succeeds, it raises, or patience ends."""
        if series:
            return _persistently(_Runs(self._wire(), work, self._turns).run, _PAUSES_IN_SERIES)
        runs = _Runs(self._wire(), work, None)
        return _persistently(runs.run, _PAUSES, retries=self._retries)

    def close(self) -> None:
        """Close the connection; the next use opens another."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _wire(self) -> Wire:
        with self._opening:
            if self._opened is None:
                self._opened = Wire(self._project, self._database, self._emulator)
            return self._opened


def _persistently(attempt: Callable[[], T], pauses: tuple[float, float], retries: threading.Lock | None = None) -> T:
    """Try again while the service says that others are in the way, after pauses that spread those who collided.

    Those of this process who hold ``retries`` while they try again do so one after the other: twelve who want the same
    document would else meet again and again, each waiting for the locks of all.
    """
    deadline = time.monotonic() + _PATIENCE
    longest, limit = pauses
    turn: AbstractContextManager[object] = nullcontext()
    while True:
        try:
            with turn:
                return attempt()
        except (Contended, Taken) as contention:
            pause = random.uniform(0, longest)  # noqa: S311 -- spreads, guards nothing
            if time.monotonic() + pause > deadline:
                raise Busy(f"still in vain after {_PATIENCE:.0f} seconds: {contention}") from contention
        time.sleep(pause)
        longest, turn = min(longest * 2, limit), _held(retries, deadline) if retries else turn


@contextmanager
def _held(lock: threading.Lock, deadline: float) -> Iterator[None]:
    """Hold the lock; whoever waits for it waits no longer than for the service."""
    if not lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
        raise Contended("others of this process are trying again")
    try:
        yield
    finally:
        lock.release()


class _Turns:
    """A lock for each document that is disputed in this process."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._locks: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()

    def take(self, path: str) -> threading.Lock:
        """Wait for the document's turn; whoever gets it releases it."""
        with self._mutex:
            turn = self._locks.setdefault(path, threading.Lock())
        if not turn.acquire(timeout=_PATIENCE):
            raise Contended(f"others of this process have the turn of {path}")
        return turn


class _Runs(Generic[T]):
    """A work, and what its earlier runs leave to the next one. Turns make it a work of a series."""

    def __init__(self, wire: Wire, work: Callable[[Transaction], T], turns: _Turns | None) -> None:
        self._wire = wire
        self._work = work
        self._turns = turns
        self._view: Latest = Locked() if turns is None else Frozen()
        self._taken_under: dict[str, Version] | None = None

    def run(self) -> T:
        """Run the work, and once more at once if a key was taken: now a get may see what took it."""
        try:
            return self._run_once()
        except Taken:
            return self._run_once()

    def _run_once(self) -> T:
        self._view = self._view.again()
        transaction = _Transaction(self._wire, self._view, self._turns)
        try:
            value = self._work(transaction)
            transaction.commit()
        except Taken as taken:
            # In a series it may be another's number; when the work saw nothing new since the last time, it is not.
            if transaction.guards() == self._taken_under:
                raise AlreadyExists(str(taken)) from taken
            self._taken_under = transaction.guards()
            raise
        finally:
            transaction.end()
        return value


class _Transaction:
    """The view and the writes of one run of a work."""

    def __init__(self, wire: Wire, view: Latest, turns: _Turns | None) -> None:
        self._wire = wire
        self._view = view
        self._turns = turns
        self._turn: threading.Lock | None = None
        self._seen: dict[str, Snapshot] = {}
        self._writes: dict[str, Write] = {}
        self._conditions: dict[str, Version | None] = {}
        self._there: dict[str, bool] = {}
        self._ended = False

    def expect(self, wanted: Iterable[tuple[Collection, str]]) -> None:
        paths = [path for collection, key in wanted if (path := _readable_path(collection, key)) is not None]
        if not self._turns:
            self._seen.update(self._wire.read(paths, self._view))
        elif paths and not self._turn:  # before the first read, whose state all others see
            self._turn = self._turns.take(paths[0])

    def get(self, collection: Collection, key: str) -> Body | None:
        self._before_read(collection)
        path = _readable_path(collection, key)
        if path is None:
            return None
        if path not in self._seen:
            if self._turns and not self._turn:
                self._turn = self._turns.take(path)  # what a series gets first is what all its works want
            self._seen.update(self._wire.read([path], self._view))
        body = self._seen[path].body()
        self._there[path] = body is not None
        return body

    def query(self, query: Query) -> list[Document]:
        self._before_query(query)
        return self._wire.query(query, self._view)

    def count(self, query: Query, up_to: int) -> int:
        self._before_query(query)
        return self._wire.count(query, up_to, self._view)

    def create(self, collection: Collection, key: str, body: Body) -> None:
        path = _path(collection, key)
        if self._there.get(path):
            raise AlreadyExists(path)
        self._writes[path] = self._wire.written(path, body, collection, self._condition(path, ABSENT))
        self._there[path] = True

    def put(self, collection: Collection, key: str, body: Body) -> None:
        path = _path(collection, key)
        self._writes[path] = self._wire.written(path, body, collection, self._condition(path, self.guards().get(path)))
        self._there[path] = True

    def delete(self, collection: Collection, key: str) -> None:
        path = _path(collection, key)
        self._writes[path] = self._wire.deleted(path, self._condition(path, self.guards().get(path)))
        self._there[path] = False

    def guards(self) -> dict[str, Version]:
        """Return the states that the commit depends on beyond what is locked."""
        return {path: snapshot.version for path, snapshot in self._seen.items()} if self._turns else {}

    def commit(self) -> None:
        unwritten = self.guards().keys() - self._writes.keys()
        if self._writes and unwritten:
            raise SeriesMisused(f"got but not written: {sorted(unwritten)}")
        self._ended = True
        if self._writes or self._view.transaction:
            self._wire.commit(self._writes.values(), self._view.transaction)

    def end(self) -> None:
        """Let go of what others wait for; the service does so by itself once there was a commit."""
        if self._turn:
            self._turn.release()
        if self._view.transaction and not self._ended:
            self._wire.rollback(self._view.transaction)

    def _condition(self, path: str, condition: Version | None) -> Version | None:
        """Keep the first condition: a commit holds one write for each document, the last."""
        return self._conditions.setdefault(path, condition)

    def _before_query(self, query: Query) -> None:
        query.check()
        self._before_read(query.collection)
        if self._turns:
            raise SeriesMisused(f"a series can't depend on a query of {query.collection.name}: nothing guards it")

    def _before_read(self, collection: Collection) -> None:
        if self._writes:
            raise ReadAfterWrite(f"read of {collection.name} after a write")


def _readable_path(collection: Collection, key: str) -> str | None:
    """Return the path, or None for a key that no document can have: what a caller makes up is simply not there."""
    try:
        return _path(collection, key)
    except KeyRefused:
        return None


def _path(collection: Collection, key: str) -> str:
    check_key(key)
    return f"{collection.name}/{key}"
