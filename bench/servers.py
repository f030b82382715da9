"""Servers for benchmarks: a process group of its own on a port of its own, ended with the benchmark."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PORTS = range(8330, 8360)
_SECONDS_TO_START = 30.0


def free_port() -> int:
    """Return a port that nobody holds."""
    for port in _PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"no free port among {_PORTS}")


@contextmanager
def running(command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until it is no longer needed, beginning when it takes connections."""
    # Compiled modules are kept, ours and the floor's alike, as in an image; an environment that forbids it would
    # measure the compiler.
    left_out = ("TROWULAN_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _await_connection(process, port)
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)


def embedded(port: int, data: Path) -> list[str]:
    """Return the command that `make run` ends in."""
    return ["-m", "shared.serve", "--port", str(port), "--data", str(data)]


def framework(port: int, source: str, target: str) -> list[str]:
    """Return the command of a bare functions-framework; its workers and threads come from the environment."""
    options = ["--host", "127.0.0.1", "--port", str(port), "--source", source, "--target", target]
    return ["-m", "functions_framework", *options]


def cpu_seconds(group: int) -> float:
    """Return the CPU time of all processes of a group."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _await_connection(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.002)
        else:
            return
    raise RuntimeError(f"does not start: {process.args!r}")
