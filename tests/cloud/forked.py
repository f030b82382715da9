"""A function in a process of its own that need not load everybody's libraries once more.

Loading functions-framework and the clients of Google's services takes most of a start and is the same for each
function. A server of forks has loaded them once, and nothing of ours: that is left to each fork, as to each instance
in the cloud.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIBRARIES = ["functions_framework._cli", "gunicorn.app.base", "gunicorn.workers.gthread", "google.cloud.firestore"]
SECONDS_TO_START = 30.0
SECONDS_TO_STOP = 10.0


@contextmanager
def forked(source: Path, port: int, log: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Let functions-framework serve on a port of loopback; somebody listens there when the block begins."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(LIBRARIES)
    arguments = ["--source", str(source), "--host", "127.0.0.1", "--port", str(port)]
    process = forks.Process(target=_serve, args=(arguments, log, dict(environment)), daemon=True)
    process.start()
    try:
        deadline = time.monotonic() + SECONDS_TO_START
        while not _listens(port):
            assert process.is_alive(), log.read_text(errors="replace")
            assert time.monotonic() < deadline, log.read_text(errors="replace")
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.join(SECONDS_TO_STOP)
        process.kill()
        process.join()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _serve(arguments: list[str], log: Path, environment: dict[str, str]) -> None:
    ours = [name for name in sys.modules if name.partition(".")[0] in {"functions", "main", "shared"}]
    assert ours == []
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as output:
        os.dup2(output.fileno(), 1)
        os.dup2(output.fileno(), 2)

    from functions_framework._cli import _cli
    from gunicorn.config import ControlSocketDisable

    # Each instance in the cloud has a control socket of its own; functions of one user here would take each other's.
    ControlSocketDisable.default = True
    _cli(arguments)
