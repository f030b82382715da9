"""Google's emulators for tests: the SDK's programs started directly, one of each for a test session.

Where there is no SDK the tests that need it say "not run" by name; where it should be there its absence is a failure.
"""

from __future__ import annotations

import os
import shutil
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cloud.processes import DidNotStart, running, service_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUCKET = "documents"


class EmulatorFailure(Exception):
    """The emulator should be here, but does not start."""


@pytest.fixture(scope="session")
def firestore_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Firestore emulator; each test takes a project of its own (``new_project``)."""
    _need_sdk()
    with running_firestore(tmp_path_factory.mktemp("firestore") / "emulator.log") as address:
        yield address


@pytest.fixture(scope="session")
def pubsub_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Pub/Sub emulator; each test takes a project of its own."""
    _need_sdk()
    with running_pubsub(tmp_path_factory.mktemp("pubsub") / "emulator.log") as address:
        yield address


@pytest.fixture(scope="session")
def storage_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Cloud Storage emulator that holds an empty bucket (``BUCKET``)."""
    with running_storage(tmp_path_factory.mktemp("storage") / "emulator.log") as address:
        yield address


def _need_sdk() -> None:
    if sdk_folder() is None:
        if os.environ.get("REQUIRE_EMULATORS") == "1":
            pytest.fail("REQUIRE_EMULATORS=1, but there is no Google Cloud SDK folder")
        pytest.skip("emulator not run: no Google Cloud SDK folder")


def new_project() -> str:
    """Return a project that no other test knows: cheaper than emptying one."""
    return f"demo-{uuid.uuid4().hex[:12]}"


def sdk_folder() -> Path | None:
    """Return where the Google Cloud SDK is, if it is here."""
    gcloud = shutil.which("gcloud")
    candidates = [
        os.environ.get("GOOGLE_CLOUD_SDK"),
        "/usr/lib/google-cloud-sdk",
        gcloud and Path(gcloud).resolve().parent.parent,
    ]
    return next((Path(folder) for folder in candidates if folder and Path(folder).is_dir()), None)


@contextmanager
def running_firestore(log: Path) -> Iterator[str]:
    """Run a Firestore emulator and give its address."""
    sdk, java = sdk_folder(), shutil.which("java")
    if sdk is None or java is None:
        raise EmulatorFailure("the Firestore emulator needs the Google Cloud SDK, and Java 17 or newer on PATH")
    jar = sdk / "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar"
    main = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
    with _serving(log, lambda port: [java, "-cp", str(jar), main, "--host", "127.0.0.1", "--port", port]) as address:
        yield address


@contextmanager
def running_pubsub(log: Path) -> Iterator[str]:
    """Run a Pub/Sub emulator and give its address."""
    sdk, java = sdk_folder(), shutil.which("java")
    jars = list(sdk.glob("platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar")) if sdk else []
    if not jars or java is None:
        raise EmulatorFailure("the Pub/Sub emulator needs the Google Cloud SDK, and Java 17 or newer on PATH")
    with _serving(log, lambda port: [java, "-jar", str(jars[0]), "--host=127.0.0.1", f"--port={port}"]) as address:
        yield address


@contextmanager
def running_storage(log: Path) -> Iterator[str]:
    """Run a Cloud Storage emulator in memory and give its address; it comes from the registry, not with the SDK."""
    command = [sys.executable, "-m", "gcp_storage_emulator", "start", "--host=127.0.0.1", "--quiet", "--in-memory"]
    with _serving(log, lambda port: [*command, f"--default-bucket={BUCKET}", f"--port={port}"]) as address:
        yield address


@contextmanager
def _serving(log: Path, command: Callable[[str], list[str]]) -> Iterator[str]:
    port = service_port()
    try:
        with running(command(str(port)), port, log) as address:
            yield address
    except DidNotStart as silent:
        raise EmulatorFailure(f"an emulator does not start:\n{silent}") from silent
