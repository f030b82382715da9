"""Every store that keeps records, each test with an empty one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from tests.emulators import new_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports.records import Records


@pytest.fixture(params=["sqlite", pytest.param("firestore", marks=pytest.mark.emulator)])
def store(request: pytest.FixtureRequest) -> str:
    """Return the name of the store that the test runs on."""
    return str(request.param)


@pytest.fixture
def records(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Records]:
    """Return an empty store."""
    opened: Records
    if store == "firestore":
        opened = FirestoreRecords(new_project(), emulator=request.getfixturevalue("firestore_emulator"))
    else:
        opened = SqliteRecords(tmp_path / "records.db")
    yield opened
    opened.close()
