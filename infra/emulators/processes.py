"""Programs that serve on loopback while they are needed."""

from __future__ import annotations

import contextlib
import random
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from http.server import ThreadingHTTPServer

ROOT = Path(__file__).parents[2]
LOOPBACK = "127.0.0.1"
SECONDS_TO_START = 30.0
_SECONDS_TO_STOP = 10.0
ENDING_WITH_PARENT = (sys.executable, str(Path(__file__).with_name("ending_with_parent.py")))


class DidNotStart(Exception):
    """A program ended, or was silent for too long; its last words say why."""


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    log: Path,
    environment: Mapping[str, str] | None = None,
    seconds: float = SECONDS_TO_START,
) -> Iterator[str]:
    """Run a program that serves on a port of loopback; yield its address once somebody listens there."""
    with started(command, log, environment) as process:
        await_port(port, log, process, seconds)
        yield f"{LOOPBACK}:{port}"


@contextmanager
def started(
    command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program in a folder, apart from the terminal, whose Ctrl-C is for us to hear: we end it, or our death."""
    with (
        log.open("ab") as output,
        subprocess.Popen(
            [*ENDING_WITH_PARENT, *command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def answering(server: ThreadingHTTPServer) -> Iterator[str]:
    """Let a server of this process answer; yield its address."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"{LOOPBACK}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def await_port(port: int, log: Path, process: subprocess.Popen[bytes], seconds: float = SECONDS_TO_START) -> None:
    """Wait until somebody listens. Raises DidNotStart."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                return
        time.sleep(0.02)
    raise DidNotStart(last_words(log))


def last_words(log: Path) -> str:
    """Return the end of what a program has said."""
    return log.read_text(errors="replace")[-4000:]


def service_port() -> int:
    """Find a port that nobody listens on, below those that the system gives to others until our program binds it."""
    # Not the common generator: the tests of two processes set it to the same seed.
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind((LOOPBACK, port))
            return port
    raise DidNotStart("no free port")
