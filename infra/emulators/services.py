"""Google's emulators: the Cloud SDK's programs started directly, and one of Cloud Storage from the Python registry."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from infra.emulators.processes import LOOPBACK, DidNotStart, running, service_port

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BUCKET = "documents"
FIRESTORE_JAR = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar"
FIRESTORE_CLASS = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
PUBSUB_PROGRAM = "platform/pubsub-emulator/bin/cloud-pubsub-emulator"
_PUBSUB_JARS = "platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar"
# What lives for minutes never earns back what Java's thorough compiler and its parallel collector cost.
_JAVA_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class EmulatorFailure(Exception):
    """An emulator can't be had here, or does not start."""


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
def running_firestore(log: Path, port: int = 0) -> Iterator[str]:
    """Run a Firestore emulator, empty, on a port or on any; give its address."""
    sdk, java = sdk_folder(), shutil.which("java")
    if sdk is None or java is None:
        raise EmulatorFailure("the Firestore emulator needs the Google Cloud SDK, and Java 17 or newer on PATH")
    port = port or service_port()
    command = [java, *_JAVA_OPTIONS, "-cp", str(sdk / FIRESTORE_JAR), FIRESTORE_CLASS]
    with _serving([*command, "--host", LOOPBACK, "--port", str(port)], port, log) as address:
        yield address


@contextmanager
def running_pubsub(log: Path, port: int = 0) -> Iterator[str]:
    """Run a Pub/Sub emulator, without a topic, on a port or on any; give its address."""
    sdk, java = sdk_folder(), shutil.which("java")
    jars = list(sdk.glob(_PUBSUB_JARS)) if sdk else []
    if not jars or java is None:
        raise EmulatorFailure("the Pub/Sub emulator needs the Google Cloud SDK, and Java 17 or newer on PATH")
    port = port or service_port()
    command = [java, *_JAVA_OPTIONS, "-jar", str(jars[0])]
    with _serving([*command, f"--host={LOOPBACK}", f"--port={port}"], port, log) as address:
        yield address


@contextmanager
def running_storage(log: Path, port: int = 0) -> Iterator[str]:
    """Run a Cloud Storage emulator in memory, with an empty bucket, on a port or on any; give its address."""
    port = port or service_port()
    command = [sys.executable, "-m", "gcp_storage_emulator", "start", f"--host={LOOPBACK}", f"--port={port}"]
    with _serving([*command, "--quiet", "--in-memory", f"--default-bucket={BUCKET}"], port, log) as address:
        yield address


@contextmanager
def _serving(command: Sequence[str], port: int, log: Path) -> Iterator[str]:
    try:
        with running(command, port, log) as address:
            yield address
    except DidNotStart as silent:
        raise EmulatorFailure(f"an emulator does not start:\n{silent}") from silent
