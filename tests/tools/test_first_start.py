"""A real first start on a copy of the project, and a second one on what the first has left."""

import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from run import files_below
from tests.tools.launch import ROOT, free_port, interpreters

FIRST_START_SECONDS = 240
LATER_START_SECONDS = 5
SUPPORTED = [version for version in interpreters() if version >= (3, 11)]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(FIRST_START_SECONDS * 2)]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project's files, without what run.py makes of them."""
    for file in files_below(ROOT):
        copied = tmp_path / file.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copied)
    return tmp_path


@pytest.mark.parametrize("version", SUPPORTED, ids="python{0[0]}.{0[1]}".format)
def test_a_clone_serves_in_minutes_then_in_seconds_and_stops_when_told(clone: Path, version: tuple[int, int]) -> None:
    if version not in {SUPPORTED[0], SUPPORTED[-1]}:
        pytest.skip("python{}.{}: only this machine's oldest and newest interpreters are tried".format(*version))
    port = free_port()
    command = [str(interpreters()[version]), str(clone / "run.py"), "run", "--port", str(port)]
    outside = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}

    for patience, stop in ((FIRST_START_SECONDS, signal.SIGINT), (LATER_START_SECONDS, signal.SIGTERM)):
        with subprocess.Popen(command, cwd=clone.parent, env=outside, stdout=subprocess.PIPE, text=True) as server:
            wait_for(lambda: is_healthy(port) or server.poll() is not None, patience)
            server.send_signal(stop)
            output, _ = server.communicate(timeout=15)

        assert server.returncode == 0, output
        assert f"http://127.0.0.1:{port}" in output
    assert (clone / "var").is_dir()


def is_healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_for(condition: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} seconds"
        time.sleep(0.05)
