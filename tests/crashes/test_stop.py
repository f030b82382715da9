"""Telling the server to stop: it ends by itself, soon, whole, and can be started again at once."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.server import SECONDS_TO_STOP, Server

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow  # starts the whole server
@pytest.mark.parametrize(
    ("number", "group"),
    [(signal.SIGTERM, False), (signal.SIGINT, False), (signal.SIGINT, True)],
    ids=["a service manager's SIGTERM", "SIGINT to the server", "Ctrl-C at the terminal"],
)
def test_a_server_that_is_told_to_stop_ends_in_seconds_and_leaves_no_process(
    tmp_path: Path, number: signal.Signals, *, group: bool
) -> None:
    with Server(tmp_path / "var") as server:
        for _ in range(2):
            assert server.stop(number, group=group) == 0
            server.wait_until_gone(SECONDS_TO_STOP)
            server.start()
