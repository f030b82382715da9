"""The server backs itself up each day, without being asked and without being in the way."""

from __future__ import annotations

import os
import resource
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.daily_backup import is_due
from tests.backup.office import backups, fill, hashes, name_of
from tests.server import SECONDS_TO_STOP, Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECONDS_OF_PATIENCE = 20.0


def age(data: Path, days: float) -> None:
    """Let the folder have been opened by this code so many days ago."""
    moment = time.time() - days * 86_400
    os.utime(data / "version", (moment, moment))


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS_OF_PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def whole(data: Path) -> list[Path]:
    return [path for path in backups(data) if path.name.endswith(".tar.gz")]


@pytest.mark.slow  # starts the whole server
def test_a_server_backs_up_when_the_last_backup_is_a_day_old(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        age(server.data, days=1.1)
        earlier = server.data / "backups" / name_of(datetime.now(UTC) - timedelta(days=1.1))
        earlier.parent.mkdir()
        earlier.touch()

        server.start()
        wait_for(lambda: len(whole(server.data)) == 2)

        assert "records.db" in hashes(whole(server.data)[-1])
        assert server.is_healthy()


def test_a_new_folder_and_one_with_a_backup_of_today_need_none(tmp_path: Path) -> None:
    data, now = fill(tmp_path / "var"), datetime.now(UTC)
    (data / "version").touch()
    assert not is_due(data, now)
    assert is_due(data, now + timedelta(days=1, minutes=1))

    age(data, days=30)
    assert is_due(data, now)
    (data / "backups").mkdir()
    (data / "backups" / name_of(now - timedelta(hours=23))).touch()
    assert not is_due(data, now)


def test_a_backup_from_a_clock_that_ran_ahead_stops_no_later_one(tmp_path: Path) -> None:
    data, now = fill(tmp_path / "var"), datetime.now(UTC)
    (data / "backups").mkdir()
    (data / "backups" / name_of(now + timedelta(days=400))).touch()

    assert is_due(data, now)


@pytest.mark.slow  # starts the whole server
def test_a_server_whose_disk_is_full_says_so_in_its_log_and_goes_on(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        age(server.data, days=2)
        (server.data / "documents").mkdir(exist_ok=True)
        (server.data / "documents" / "noise.bin").write_bytes(os.urandom(9_000_000))  # larger than any file may become
        own = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8_000_000, own[1]))
        try:
            server.start()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, own)

        wait_for(lambda: "daily backup failed: Cadangan gagal dibuat" in server.log())

        assert backups(server.data) == []
        assert server.is_healthy()
        assert server.people()


@pytest.mark.slow  # starts the whole server
def test_a_server_that_is_stopped_during_its_backup_leaves_neither_a_process_nor_half_a_backup(tmp_path: Path) -> None:
    with Server(tmp_path / "var") as server:
        assert server.stop() == 0
        age(server.data, days=2)
        for number in range(4):
            (server.data / f"scan-{number}.bin").write_bytes(os.urandom(60_000_000))
        server.start()
        wait_for(lambda: [path for path in backups(server.data) if path.name.endswith(".tar.gz.part")])

        assert server.stop() == 0
        server.wait_until_gone(SECONDS_TO_STOP)

        assert backups(server.data) == []
