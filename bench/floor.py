"""The floor under a scan: a bare functions-framework handler that reads one row and writes one, durably."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from flask import Request

from bench.load import post

MEETINGS = 8
_connections = threading.local()


def read_and_write(request: Request) -> dict[str, Any]:
    """Read the meeting, write the attendance."""
    scan = request.get_json()
    connection = _connection()
    (title,) = connection.execute("SELECT title FROM meetings WHERE id = ?", (scan["meeting"],)).fetchone()
    connection.execute("INSERT INTO attendance VALUES (?, ?)", (scan["meeting"], scan["person"]))
    return {"title": title}


class FloorStore:
    """The floor's file, and the requests that fill it."""

    def __init__(self, path: Path) -> None:
        """Make the file with its meetings."""
        self.path = path
        self._sent = 0
        with self._opened() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("CREATE TABLE meetings (id INTEGER PRIMARY KEY, title TEXT)")
            connection.execute("CREATE TABLE attendance (meeting INTEGER, person TEXT, PRIMARY KEY (meeting, person))")
            connection.executemany(
                "INSERT INTO meetings VALUES (?, ?)", ((it, f"Rapat {it}") for it in range(MEETINGS))
            )

    def scans(self, count: int) -> list[str]:
        """Return the next requests, every one distinct."""
        numbers = range(self._sent, self._sent + count)
        self._sent += count
        return [post("/", {"meeting": number % MEETINGS, "person": f"person-{number:05}"}) for number in numbers]

    def check(self) -> None:
        """Stop unless each request has its row."""
        with self._opened() as connection:
            (present,) = connection.execute("SELECT count(*) FROM attendance").fetchone()
        if present != self._sent:
            raise AssertionError(f"{present} rows for {self._sent} acknowledged requests")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path)) as connection, connection:
            yield connection


def _connection() -> sqlite3.Connection:
    connection: sqlite3.Connection | None = getattr(_connections, "mine", None)
    if connection is None:
        connection = sqlite3.connect(os.environ["FLOOR_STORE"], isolation_level=None, timeout=60)
        connection.execute("PRAGMA synchronous=FULL")
        _connections.mine = connection
    return connection
