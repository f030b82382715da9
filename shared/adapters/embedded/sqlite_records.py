"""Records in one SQLite file, with group commit.

Every transaction runs inside the committer: the first thread that waits becomes the leader, takes the file lock, runs
all waiting works in one SQLite transaction (a SAVEPOINT each, so that one that fails spoils no other), commits once
with ``synchronous=FULL`` and passes leadership on. So works are serial, a commit's fsync is shared by all who wait, and
a refusal decided on another work's uncommitted data is answered only after the commit.

SQLite's own busy handler sleeps up to 100 ms and starves writers of other processes; the blocking file lock round
BEGIN IMMEDIATE … COMMIT is fair, which is why every process takes it first.
"""

from __future__ import annotations

import fcntl
import json
import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from shared.parts import parts_of
from shared.ports.records import (
    AlreadyExists,
    Body,
    Collection,
    Document,
    Position,
    Query,
    ReadAfterWrite,
    RecordsError,
    SeriesMisused,
    Shape,
    Transaction,
    check_key,
)
from shared.rules.search_words import reader_word, slips

with parts_of("pydantic_core"):
    from pydantic_core._pydantic_core import from_json  # twice as fast as the standard library's, for long lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

T = TypeVar("T")

_COMMON = 300  # documents: where sorting them takes a millisecond
_MANY = 4_000  # documents: where it takes twenty
_BATCH = 64  # works per commit: bounds how long the first of a batch waits for the last


class SqliteRecords:
    """The record store of one file, shared by all threads and processes of one machine."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened before the first use."""
        self._path = path
        self._mutex = threading.Lock()
        self._waiting: list[_Item[Any]] = []
        self._leading = False
        self._writer: sqlite3.Connection | None = None
        self._lock_file: Any = None
        self._known: frozenset[Collection] = frozenset()
        self._here = threading.local()  # of each thread: its reading connection, and the work that it runs
        self._opened: list[sqlite3.Connection] = []

    # Reads outside a transaction

    def get(self, collection: Collection, key: str) -> Body | None:
        """Return the committed body, or None."""
        return _get(self._reader(collection), collection, key)

    def get_many(self, collection: Collection, keys: Iterable[str]) -> dict[str, Body]:
        """Return the committed bodies that are there, by key."""
        reader = self._reader(collection)
        return {key: body for key in keys if (body := _get(reader, collection, key)) is not None}

    def query(self, query: Query) -> list[Document]:
        """Return the committed documents that match."""
        query.check()
        return _query(self._reader(query.collection), query)

    def count(self, query: Query, up_to: int) -> int:
        """Count the committed documents that match."""
        query.check()
        return _count(self._reader(query.collection), query, up_to)

    # Transactions

    def transact(self, work: Callable[[Transaction], T], *, series: bool = False) -> T:
        """Run the work in the next group commit."""
        if self._running() is not None:
            message = "a transaction inside a transaction"
            raise RecordsError(message)
        item = _Item(work, series=series)
        with self._mutex:
            self._waiting.append(item)
            leads, self._leading = not self._leading, True
        if not leads:
            item.wait()
        if not item.finished:
            self._lead()
        return item.outcome()

    def close(self) -> None:
        """Close every connection; the store may be opened again."""
        with self._mutex:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            self._here = threading.local()
            self._writer = None
            self._known = frozenset()
            if self._lock_file is not None:
                self._lock_file.close()
                self._lock_file = None

    def _lead(self) -> None:
        with self._mutex:
            batch, self._waiting = self._waiting[:_BATCH], self._waiting[_BATCH:]
        try:
            self._commit(batch)
        finally:
            with self._mutex:
                successor = self._waiting[0] if self._waiting else None
                self._leading = successor is not None
            if successor is not None:
                successor.wake()
            for item in batch:
                item.finished = True
                item.wake()

    def _commit(self, batch: list[_Item[Any]]) -> None:
        try:
            with self._writing() as connection:
                known = self._known
                for item in batch:
                    transaction = self._here.running = _Transaction(connection, known)
                    known = item.run(transaction)
            self._known = known
            for item in batch:
                item.committed = True
        except Exception as error:  # noqa: BLE001 -- whatever stopped the commit stopped every work of the batch
            for item in batch:
                item.fail(error)
        finally:
            self._here.running = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._lock_file is None:
            self._lock_file = self._path.with_suffix(".lock").open("ab")
        fcntl.flock(self._lock_file, fcntl.LOCK_EX)
        try:
            if self._writer is None:  # behind the lock: two who make a new file at once would meet "database is locked"
                self._writer = self._open()
            connection = self._writer
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        finally:
            fcntl.flock(self._lock_file, fcntl.LOCK_UN)

    def _reader(self, collection: Collection) -> sqlite3.Connection:
        if collection not in self._known:
            running = self._running()
            if running is not None:  # a peek from inside a work: only the writer can make a table now
                return running.define(collection)
            self.transact(lambda transaction: cast("_Transaction", transaction).define(collection))
        connection: sqlite3.Connection | None = getattr(self._here, "reading", None)
        if connection is None:
            connection = self._here.reading = self._open()
        return connection

    def _running(self) -> _Transaction | None:
        return getattr(self._here, "running", None)

    def _open(self) -> sqlite3.Connection:
        # Leadership moves between threads, but only its holder touches the writer; each reader has its own.
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA busy_timeout=5000")
        # What a savepoint may have to put back: beyond 64 kB each work would make and remove a file for it.
        connection.execute("PRAGMA temp_store=MEMORY")
        self._opened.append(connection)
        return connection


class _Item(Generic[T]):
    """One work that waits for a commit, and what came of it."""

    def __init__(self, work: Callable[[Transaction], T], *, series: bool) -> None:
        self._work = work
        self._series = series
        self._value: T | None = None
        self._error: Exception | None = None
        self._signal = threading.Lock()  # held until somebody wakes the waiting thread: cheaper than an Event
        self._signal.acquire()
        self.finished = False
        self.committed = False

    def wait(self) -> None:
        self._signal.acquire()

    def wake(self) -> None:
        if self._signal.locked():
            self._signal.release()

    def run(self, transaction: _Transaction) -> frozenset[Collection]:
        """Run the work in a savepoint; answer the collections known after it."""
        connection, known = transaction.connection, transaction.known
        connection.execute("SAVEPOINT work")
        try:
            self._value = self._work(transaction)
            if self._series:
                transaction.check_series()
        except Exception as error:  # noqa: BLE001 -- the caller of transact gets it, the batch goes on
            connection.execute("ROLLBACK TO work")
            connection.execute("RELEASE work")
            self._error = error
            return known
        connection.execute("RELEASE work")
        return transaction.known

    def fail(self, error: Exception) -> None:
        self._error = error

    def outcome(self) -> T:
        if self._error is not None:
            raise self._error
        if not self.committed:
            message = "the commit was interrupted"
            raise RecordsError(message)
        return cast("T", self._value)


class _Transaction:
    """The view of one work, inside its savepoint."""

    def __init__(self, connection: sqlite3.Connection, known: frozenset[Collection]) -> None:
        self.connection = connection
        self._got: set[tuple[str, str]] = set()
        self._written: set[tuple[str, str]] = set()
        self._queried = False
        self.known = known

    def define(self, collection: Collection) -> sqlite3.Connection:
        """Create the collection's table and indexes when they are not known to be there."""
        if collection not in self.known:
            for statement in _definition(collection):
                self.connection.execute(statement)
            self.known |= {collection}
        return self.connection

    def expect(self, wanted: Iterable[tuple[Collection, str]]) -> None:
        """Do nothing: what is here needs no fetching."""

    def get(self, collection: Collection, key: str) -> Body | None:
        self._before_read(collection)
        self._got.add((collection.name, key))
        return _get(self.connection, collection, key)

    def query(self, query: Query) -> list[Document]:
        query.check()
        self._before_read(query.collection)
        self._queried = True
        return _query(self.connection, query)

    def count(self, query: Query, up_to: int) -> int:
        query.check()
        self._before_read(query.collection)
        self._queried = True
        return _count(self.connection, query, up_to)

    def create(self, collection: Collection, key: str, body: Body) -> None:
        self._before_write(collection, key)
        text = _encode(body)
        try:
            self.connection.execute(f'INSERT INTO "{collection.name}" (key, body) VALUES (?, ?)', (key, text))
        except sqlite3.IntegrityError:
            message = f"{collection.name}/{key}"
            raise AlreadyExists(message) from None
        self._index(collection, key, body)

    def put(self, collection: Collection, key: str, body: Body) -> None:
        self._before_write(collection, key)
        self._unindex(collection, key)
        self.connection.execute(
            f'INSERT INTO "{collection.name}" (key, body) VALUES (?, ?) '
            "ON CONFLICT (key) DO UPDATE SET body = excluded.body",
            (key, _encode(body)),
        )
        self._index(collection, key, body)

    def delete(self, collection: Collection, key: str) -> None:
        self._before_write(collection, key)
        self._unindex(collection, key)
        self.connection.execute(f'DELETE FROM "{collection.name}" WHERE key = ?', (key,))

    def check_series(self) -> None:
        """Refuse a series work that rests on more than the documents it writes."""
        if self._queried or (self._written and not self._got <= self._written):
            raise SeriesMisused(f"queried, or got but not written: {sorted(self._got - self._written)}")

    def _before_read(self, collection: Collection) -> None:
        if self._written:
            message = f"read of {collection.name} after a write"
            raise ReadAfterWrite(message)
        self.define(collection)

    def _before_write(self, collection: Collection, key: str) -> None:
        check_key(key)
        self.define(collection)
        self._written.add((collection.name, key))

    def _index(self, collection: Collection, key: str, body: Body) -> None:
        for path in _array_paths(collection):
            self.connection.executemany(
                f'INSERT OR IGNORE INTO "{collection.name}#{path}" (token, key) VALUES (?, ?)',
                [(token, key) for token in _at(body, path) or ()],
            )
        for told, path in _word_paths(collection):
            table = f"{collection.name}#{path}"
            row = self.connection.execute(
                f'INSERT INTO "{table}:rows" (key) VALUES (?) RETURNING id', (key,)
            ).fetchone()
            terms = _terms(body, told, path)
            self.connection.execute(f'INSERT INTO "{table}" (rowid, terms) VALUES (?, ?)', (row[0], terms))

    def _unindex(self, collection: Collection, key: str) -> None:
        for path in _array_paths(collection):
            self.connection.execute(f'DELETE FROM "{collection.name}#{path}" WHERE key = ?', (key,))
        paths = _word_paths(collection)
        before = _get(self.connection, collection, key) if paths else None
        for told, path in paths if before else ():
            table = f"{collection.name}#{path}"
            row = self.connection.execute(f'DELETE FROM "{table}:rows" WHERE key = ? RETURNING id', (key,)).fetchone()
            # What keeps no text of its own must be told which terms it is to forget.
            self.connection.execute(
                f'INSERT INTO "{table}" ("{table}", rowid, terms) VALUES (\'delete\', ?, ?)',
                (row[0], _terms(before or {}, told, path)),
            )


# SQL. Names of collections and paths come from declarations in the code, never from a request; values are bound.


def _definition(collection: Collection) -> Iterator[str]:
    name = collection.name
    # Not WITHOUT ROWID: a body of a kilobyte would spill from the key's own tree and dirty a page or two more.
    yield f'CREATE TABLE IF NOT EXISTS "{name}" (key TEXT PRIMARY KEY, body TEXT NOT NULL)'
    for path in _array_paths(collection):
        table = f"{name}#{path}"
        yield f'CREATE TABLE IF NOT EXISTS "{table}" (token TEXT, key TEXT, PRIMARY KEY (token, key)) WITHOUT ROWID'
        yield f'CREATE INDEX IF NOT EXISTS "{table}:key" ON "{table}" (key)'
        # What was written before this list was declared has all its tokens or none.
        yield (
            f'INSERT OR IGNORE INTO "{table}" SELECT told.value, kept.key FROM "{name}" AS kept, '
            f"json_each(kept.body, '$.{path}') AS told WHERE NOT EXISTS (SELECT 1 FROM \"{table}\")"
        )
    for _, path in _word_paths(collection):
        table = f"{name}#{path}"
        # Ids of its own: those of a table without an integer key change when a copy of the file is made compact.
        columns, settings = "id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL", "content='', detail=none"
        yield f'CREATE TABLE IF NOT EXISTS "{table}:rows" ({columns})'
        yield f"CREATE VIRTUAL TABLE IF NOT EXISTS \"{table}\" USING fts5(terms, {settings}, tokenize='ascii')"
    for shape in collection.shapes:
        paths = [*shape.equal, *([shape.order] if shape.order else [])]
        if paths:
            columns = ", ".join(_column(path) for path in paths)
            # What lacks a value equals none: most documents stay out of an index that few are asked for by.
            there = " AND ".join(f"{_column(path)} IS NOT NULL" for path in shape.equal)
            where = f" WHERE {there}" if there else ""
            yield f'CREATE INDEX IF NOT EXISTS "{name}:{",".join(paths)}" ON "{name}" ({columns}, key){where}'


def _array_paths(collection: Collection) -> list[str]:
    return sorted({shape.contains_any for shape in collection.shapes if shape.contains_any and not shape.words})


def _word_paths(collection: Collection) -> list[tuple[str, str]]:
    """Return where the tokens and the words are that are searched together."""
    return sorted({(shape.contains_any, shape.words) for shape in collection.shapes if shape.words})


def _terms(body: Body, told: str, path: str) -> str:
    """Return what a document is found by: its readers, its words and, without one letter each, their slips."""
    words = list(dict.fromkeys(_at(body, path) or ()))
    near = dict.fromkeys(slip for word in words for slip in slips(word))
    return " ".join(
        (
            *(f"r{reader_word(it)}" for it in _at(body, told) or ()),
            *(f"w{it}" for it in words),
            *(f"s{it}" for it in near),
        )
    )


def _match(query: Query) -> str:
    told = " OR ".join(f'"r{reader_word(it)}"' for it in query.tokens)
    near = " OR ".join(f'"s{it}"' for it in slips(query.typed)) if query.slip else f'"w{query.typed}" *'
    return f"({told}) AND ({near})"


def _column(path: str) -> str:
    return f"body ->> '$.{path}'"


def _at(body: Body, path: str) -> Any:
    value: Any = body
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _get(connection: sqlite3.Connection, collection: Collection, key: str) -> Body | None:
    row = connection.execute(f'SELECT body FROM "{collection.name}" WHERE key = ?', (key,)).fetchone()
    return None if row is None else cast("Body", json.loads(row[0]))


def _query(connection: sqlite3.Connection, query: Query) -> list[Document]:
    conditions, values = _conditions(query, in_order=_is_common(connection, query))
    shape, order = query.shape, _column(query.shape.order) if query.shape.order else ""
    if query.after is not None:
        conditions.append(f"({order}, key) {'<' if shape.descending else '>'} (?, ?)" if order else _beyond(shape))
        values += _cursor(query.after, ordered=bool(order))
    direction = "DESC" if shape.descending else "ASC"
    ordering = f"{order} {direction}, key {direction}" if order else f"key {direction}"
    rows = connection.execute(
        f'SELECT key, body FROM "{query.collection.name}" WHERE {" AND ".join(conditions)} ORDER BY {ordering} LIMIT ?',
        (*values, query.limit),
    )
    return [Document(key, from_json(body)) for key, body in rows.fetchall()]


def _beyond(shape: Shape) -> str:
    return "key < ?" if shape.descending else "key > ?"


def _cursor(position: Position, *, ordered: bool) -> list[Any]:
    return [position.value, position.key] if ordered else [position.key]


def _count(connection: sqlite3.Connection, query: Query, up_to: int) -> int:
    shape = query.shape
    if shape.words and not (shape.equal or shape.order):
        return _matching(connection, query, up_to)
    if len(query.tokens) == 1 and not (shape.equal or shape.order):
        return _held_by(connection, query, up_to)
    conditions, values = _conditions(query)
    row = connection.execute(
        f'SELECT count(*) FROM (SELECT 1 FROM "{query.collection.name}" WHERE {" AND ".join(conditions)} LIMIT ?)',
        (*values, up_to),
    ).fetchone()
    return int(row[0])


def _held_by(connection: sqlite3.Connection, query: Query, up_to: int) -> int:
    """Count how often documents hold the tokens: for one token, how many hold it; no document is looked at."""
    marks, table = ", ".join("?" * len(query.tokens)), f"{query.collection.name}#{query.shape.contains_any}"
    row = connection.execute(
        f'SELECT count(*) FROM (SELECT 1 FROM "{table}" WHERE token IN ({marks}) LIMIT ?)', (*query.tokens, up_to)
    ).fetchone()
    return int(row[0])


def _matching(connection: sqlite3.Connection, query: Query, up_to: int) -> int:
    """Count what a typed word finds; no document is looked at."""
    table = f"{query.collection.name}#{query.shape.words}"
    row = connection.execute(
        f'SELECT count(*) FROM (SELECT 1 FROM "{table}" WHERE "{table}" MATCH ? LIMIT ?)', (_match(query), up_to)
    ).fetchone()
    return int(row[0])


def _is_common(connection: sqlite3.Connection, query: Query) -> bool:
    """Whether so many documents hold a token that looking through all in order ends sooner than sorting those.

    Sooner where a value's tokens are all that is asked for, such as the words of a name, than for readers: what
    somebody may read could all stand at the end of a long order, so that must be many.
    """
    shape = query.shape
    if not (shape.order and shape.contains_any):
        return False
    if shape.words:
        return _matching(connection, query, _COMMON) == _COMMON
    is_word = shape.contains_any.startswith("value.")
    if is_word and shape.equal:
        return False
    many = _COMMON if is_word else _MANY
    return _held_by(connection, query, many) == many


def _conditions(query: Query, *, in_order: bool = False) -> tuple[list[str], list[Any]]:
    """Return the conditions of a query; ``in_order`` asks of each document whether it holds a token."""
    shape = query.shape
    conditions = ["1", *(f"{_column(path)} = ?" for path in shape.equal)]
    values: list[Any] = list(query.equal)
    if shape.order:
        order = _column(shape.order)
        conditions.append(f"{order} IS NOT NULL")
        for bound, operator in ((query.low, ">="), (query.high, "<")):
            if bound is not None:
                conditions.append(f"{order} {operator} ?")
                values.append(bound)
    if shape.words:
        table = f"{query.collection.name}#{shape.words}"
        ids = f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH ?'
        # With the plus the order's index is walked through, and each key of it looked for among those found.
        conditions.append(f'{"+" if in_order else ""}key IN (SELECT key FROM "{table}:rows" WHERE id IN ({ids}))')
        values.append(_match(query))
    elif shape.contains_any:
        marks = ", ".join("?" * len(query.tokens))
        table = f"{query.collection.name}#{shape.contains_any}"
        if in_order:
            held = f'held.token IN ({marks}) AND held.key = "{query.collection.name}".key'
            conditions.append(f'EXISTS (SELECT 1 FROM "{table}" AS held WHERE {held})')
        else:
            conditions.append(f'key IN (SELECT key FROM "{table}" WHERE token IN ({marks}))')
        values += query.tokens
    return conditions, values


def _encode(body: Body) -> str:
    return json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
