"""Start a process for one piece of work, hand it its order, and read what it made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


class ApartFailed(Exception):
    """The work was not done; the message is for the log."""


class TookTooLong(ApartFailed):
    """The work was stopped at its limit of time."""


def run_apart(module: str, order: bytes, seconds: float) -> bytes:
    """Run a module of ours with the order on stdin and return its stdout. Raises ApartFailed.

    The process is told none of the deployment's settings: what it reads may come from a stranger.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TROWULAN_")}
    # One thread: such work already runs side by side, and each thread more takes address space of the limit.
    environment["RAYON_NUM_THREADS"] = "1"
    try:
        done = subprocess.run(
            [sys.executable, "-m", module],
            input=order,
            capture_output=True,
            check=False,
            timeout=seconds,
            cwd=_ROOT,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise TookTooLong(f"not ready after {seconds} s") from None
    if done.returncode != 0:
        raise ApartFailed(f"exit code {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
