"""What a server has left in its data folder, read past all code that wrote it."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import pypdfium2

from shared.actor import ActorKind
from shared.deliveries import DELIVERIES
from shared.kernel.journal import JOURNAL, Relay, State

if TYPE_CHECKING:
    from pathlib import Path

    from shared.kernel.collections import TypedCollection

T = TypeVar("T")

SECONDS_TO_CATCH_UP = 60.0


@dataclass(frozen=True)
class Stored(Generic[T]):
    """A value in its place; a version of 1 says that it was written once."""

    key: str
    version: int
    value: T


class Evidence:
    """The records and documents of one data folder."""

    def __init__(self, data: Path) -> None:
        """Name the folder."""
        self._data = data

    def wait_until_quiet(self) -> None:
        """Wait until the running server has worked off every event."""
        deadline = time.monotonic() + SECONDS_TO_CATCH_UP
        while self.all(DELIVERIES) or any(it.value.relay is Relay.WAITING for it in self.all(JOURNAL)):
            assert time.monotonic() < deadline, "events are still under way"
            time.sleep(0.2)

    def integrity(self) -> str:
        """Return SQLite's own verdict."""
        with closing(self._open()) as connection:
            verdict: str = connection.execute("PRAGMA integrity_check").fetchone()[0]
            return verdict

    def all(self, collection: TypedCollection[T]) -> list[Stored[T]]:
        """Return everything in a collection."""
        with closing(self._open()) as connection:
            query = f'SELECT key, body FROM "{collection.name}"'  # noqa: S608 -- the name stands in the code
            rows = connection.execute(query).fetchall()
        bodies = [(key, json.loads(body)) for key, body in rows]
        return [Stored(key, body["version"], collection.read(body)) for key, body in bodies]

    def answers_to_people(self) -> dict[str, Any]:
        """Return the stored answer of each person's journal row by its key; every one of them is completed.

        A command whose answer held a secret and was lost has run again: of its first run a row stays beside its own.
        """
        rows = {it.key: it.value for it in self.all(JOURNAL) if it.value.actor_kind == ActorKind.PERSON}
        assert {row.state for row in rows.values()} == {State.COMPLETED}
        earlier = {
            key for key, row in rows.items() if not row.has_answer and key.partition(".")[0] in rows.keys() - {key}
        }
        return {key: json.loads(row.answer or "{}") for key, row in rows.items() if key not in earlier}

    def documents(self) -> dict[str, bytes]:
        """Return every document by its name; a file that begins with a dot is a crash's unfinished draft."""
        folder = self._data / "documents"
        files = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._data / "records.db", timeout=10)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF on one line; one that is not whole cannot be opened."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())
