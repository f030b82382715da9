"""What every test may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from tests.desk import Desk
from tests.emulators import firestore_emulator, new_project, pubsub_emulator, storage_emulator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Records

__all__ = [
    "desk",
    "firestore_emulator",
    "pubsub_emulator",
    "storage_emulator",
]  # a fixture is known to the tests by its name here


@pytest.fixture(params=["sqlite", pytest.param("firestore", marks=pytest.mark.emulator)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """Return a desk on an empty store: every operation works on both."""
    records: Records
    if request.param == "firestore":
        records = FirestoreRecords(new_project(), emulator=request.getfixturevalue("firestore_emulator"))
    else:
        records = SqliteRecords(tmp_path / "records.db")
    yield Desk(records, tmp_path)
    records.close()
