"""Google's emulators for tests, one of each for a test session.

Where there is no SDK the tests that need it say "not run" by name; where it should be there its absence is a failure.
"""

from __future__ import annotations

import contextlib
import json
import os
import urllib.request
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from infra.emulators.services import running_firestore, running_pubsub, running_storage, sdk_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def firestore_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Firestore emulator; each test takes a project of its own (``new_project``)."""
    need_sdk()
    with running_firestore(tmp_path_factory.mktemp("firestore") / "emulator.log") as address:
        yield address


@pytest.fixture(scope="session")
def pubsub_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Pub/Sub emulator; each test takes a project of its own."""
    need_sdk()
    with running_pubsub(tmp_path_factory.mktemp("pubsub") / "emulator.log") as address:
        yield address


@pytest.fixture(scope="session")
def storage_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Cloud Storage emulator that holds an empty bucket (``BUCKET``)."""
    with running_storage(tmp_path_factory.mktemp("storage") / "emulator.log") as address:
        yield address


def need_sdk() -> None:
    """Let a test stand aside where there is no SDK, or fail where it should be there."""
    if sdk_folder() is None:
        need("the Google Cloud SDK's folder")


def need(what: str) -> None:
    """Let a test stand aside for want of something, or fail where all that belongs to emulators should be there."""
    if os.environ.get("REQUIRE_EMULATORS") == "1":
        pytest.fail(f"REQUIRE_EMULATORS=1, but there is no {what}")
    pytest.skip(f"emulator not run: no {what}")


def new_project() -> str:
    """Return a project that no other test knows: cheaper than emptying one."""
    return f"demo-{uuid.uuid4().hex[:12]}"


@contextmanager
def passing_subscriptions(pubsub: str, project: str) -> Iterator[None]:
    """Delete a project's subscriptions in the end: the emulator would push on, to nobody, with a fifth of a core."""
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # an emulator that is gone pushes nothing either
            url = f"http://{pubsub}/v1/"
            with urllib.request.urlopen(f"{url}projects/{project}/subscriptions?pageSize=1000") as answer:
                subscriptions = json.load(answer).get("subscriptions", [])
            for it in subscriptions:
                urllib.request.urlopen(urllib.request.Request(url + it["name"], method="DELETE")).close()
