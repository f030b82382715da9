"""Programs that serve on loopback while a test needs them."""

from __future__ import annotations

import contextlib
import random
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_SECONDS_TO_START = 30.0
_SECONDS_TO_STOP = 10.0

# A killed test run leaves no program behind: on Linux the child asks the kernel to end it with its parent.
_ENDING_WITH_PARENT = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class DidNotStart(Exception):
    """A program ended, or was silent for too long; its last words say why."""


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    environment: Mapping[str, str] | None = None,
    seconds: float = _SECONDS_TO_START,
) -> Iterator[str]:
    """Run a program that serves on a port of loopback; yield its address once somebody listens there."""
    with (
        log.open("ab") as output,
        subprocess.Popen(
            [sys.executable, "-c", _ENDING_WITH_PARENT, *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            await_port(port, log, process, seconds)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(_SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()


def await_port(port: int, log: Path, process: subprocess.Popen[bytes], seconds: float = _SECONDS_TO_START) -> None:
    """Wait until somebody listens."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise DidNotStart(log.read_text(errors="replace")[-4000:])


def service_port() -> int:
    """Find a port that nobody listens on, below those that the system gives to others until our program binds it."""
    # Not the common generator: the tests of two processes set it to the same seed.
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise DidNotStart("no free port")
