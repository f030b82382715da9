"""What the server tells of its own machine: the disk under its data, and its newest backup."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from shared.adapters.embedded.backup import make_backup
from shared.adapters.embedded.local_machine import LocalMachine
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.kernel.journal import BY_STATE, JOURNAL

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_a_backup_has_none(tmp_path: Path) -> None:
    assert LocalMachine(tmp_path).last_backup() is None


def test_the_newest_backup_is_told_by_the_moment_it_was_made(tmp_path: Path) -> None:
    records = SqliteRecords(tmp_path / "records.db")
    assert records.query(JOURNAL.question(BY_STATE, equal=("completed",))) == []  # makes the file
    make_backup(tmp_path)
    records.close()

    made = LocalMachine(tmp_path).last_backup()

    assert made is not None
    assert timedelta(0) <= datetime.now(UTC) - made < timedelta(minutes=1)


def test_what_is_free_is_part_of_the_disk(tmp_path: Path) -> None:
    disk = LocalMachine(tmp_path).disk()
    assert 0 < disk.free < disk.size
