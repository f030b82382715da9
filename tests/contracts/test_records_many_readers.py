"""Lists of somebody who may read thousands are like those of somebody who may read few, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.ports.records import Collection, Position, Query, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Transaction

NEWEST = Shape(contains_any="readers", order="value.at", descending=True)
IN_STATE = Shape(equal=("value.state",), contains_any="readers", order="value.at", descending=True)
LETTERS = Collection("letters", (NEWEST, IN_STATE))
ALL, PART = 4_800, 600
FEW = 48  # of all, evenly between the others


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteRecords]:
    """Return a store of letters that the desk may read, and every hundredth a head."""
    records = SqliteRecords(_file(tmp_path_factory.mktemp("letters")))
    for first in range(0, ALL, PART):

        def write(transaction: Transaction, first: int = first) -> None:
            for number in range(first, first + PART):
                readers = ["desk", "both", *(["head"] if number % (ALL // FEW) == 0 else [])]
                value = {"at": f"{number * 7 % ALL:05}", "state": "waiting" if number % 3 else "done"}
                transaction.put(LETTERS, f"{number:05}", {"readers": readers, "value": value})

        records.transact(write)
    yield records
    records.close()


def _file(folder: Path) -> Path:
    return folder / "records.db"


def keys(records: SqliteRecords, shape: Shape, *tokens: str, equal: tuple[str, ...] = ()) -> list[str]:
    """Return the keys of the first three pages."""
    found: list[str] = []
    after: Position | None = None
    for _ in range(3):
        page = records.query(Query(LETTERS, shape, equal, tokens, after=after, limit=20))
        found += [it.key for it in page]
        after = Position(page[-1].body["value"]["at"], page[-1].key)
    return found


@pytest.mark.parametrize(("tokens", "step"), [(("desk",), 1), (("desk", "both"), 1), (("head",), ALL // FEW)])
def test_the_newest_come_first_each_once(letters: SqliteRecords, tokens: tuple[str, ...], step: int) -> None:
    numbers = sorted(range(0, ALL, step), key=lambda it: it * 7 % ALL, reverse=True)
    assert keys(letters, NEWEST, *tokens)[:48] == [f"{it:05}" for it in numbers[:60]][:48]


def test_those_in_one_state_come_in_the_same_order(letters: SqliteRecords) -> None:
    waiting = [it for it in range(ALL) if it % 3]
    numbers = sorted(waiting, key=lambda it: it * 7 % ALL, reverse=True)
    assert keys(letters, IN_STATE, "desk", "both", equal=("waiting",)) == [f"{it:05}" for it in numbers[:60]]
