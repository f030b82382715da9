"""Google's emulators for tests: the SDK's programs started directly, one of each for a test session.

Where there is no SDK the tests that need it say "not run" by name; where it should be there its absence is a failure.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS_TO_START = 30.0

# A killed test run leaves no emulator behind: on Linux the child asks the kernel to end it with its parent.
_ENDING_WITH_PARENT = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class EmulatorFailure(Exception):
    """The emulator should be here, but does not start."""


@pytest.fixture(scope="session")
def firestore_emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Firestore emulator; each test takes a project of its own (``new_project``)."""
    if sdk_folder() is None:
        if os.environ.get("REQUIRE_EMULATORS") == "1":
            pytest.fail("REQUIRE_EMULATORS=1, but there is no Google Cloud SDK folder")
        pytest.skip("emulator not run: no Google Cloud SDK folder")
    with running_firestore(tmp_path_factory.mktemp("firestore") / "emulator.log") as address:
        yield address


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
    port = _free_port()
    command = [java, "-cp", str(jar), "com.google.cloud.datastore.emulator.firestore.CloudFirestore"]
    command += ["--host", "127.0.0.1", "--port", str(port)]
    with (
        log.open("wb") as output,
        subprocess.Popen(
            [sys.executable, "-c", _ENDING_WITH_PARENT, *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            _await_start(process, port, log)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def _await_start(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise EmulatorFailure(f"the Firestore emulator does not start:\n{log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
