"""Every store that keeps records, each test with an empty one."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.adapters.google.firestore_records import FirestoreRecords
from tests.cloud.bucket import StrictBucket, serving_bucket
from tests.emulators import new_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from shared.ports.records import Records


@pytest.fixture(params=["sqlite", pytest.param("firestore", marks=pytest.mark.emulator)])
def store(request: pytest.FixtureRequest) -> str:
    """Return the name of the store that the test runs on."""
    return str(request.param)


@pytest.fixture
def open_store(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Records]]:
    """Return what opens the test's store once more, as each process does."""
    opened: list[Records] = []
    emulator = request.getfixturevalue("firestore_emulator") if store == "firestore" else ""
    project = new_project()

    def open_one() -> Records:
        opened.append(
            FirestoreRecords(project, emulator=emulator) if emulator else SqliteRecords(tmp_path / "records.db")
        )
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def records(open_store: Callable[[], Records]) -> Records:
    """Return an empty store."""
    return open_store()


@pytest.fixture
def bucket() -> Iterator[StrictBucket]:
    """Return an empty bucket that keeps Cloud Storage's promises."""
    with serving_bucket() as bucket:
        yield bucket


@pytest.fixture
def strict_bucket(bucket: StrictBucket) -> tuple[str, str]:
    """Return its address and name."""
    return bucket.address, bucket.name


@pytest.fixture
def emulated_bucket(storage_emulator: str) -> tuple[str, str]:
    """Return the address and name of an empty bucket of the emulator."""
    name = new_project()
    body = json.dumps({"name": name}).encode()
    request = urllib.request.Request(f"http://{storage_emulator}/storage/v1/b?project=demo", body)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request):
        return storage_emulator, name
