"""A backup is whole or not there, and disturbs nobody."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.adapters.embedded.sqlite_records import SqliteRecords
from tests.backup.office import (
    LETTERS,
    backup,
    backups,
    fill,
    hashes,
    letters,
    name_of,
    restore,
    start_backup,
    state,
)
from tests.tools.launch import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow  # whole archives, and processes

KEPT = 14


def test_a_backup_holds_records_documents_keys_and_authorities_with_their_hashes(tmp_path: Path) -> None:
    data = fill(tmp_path / "var")
    (data / "documents" / ".draft-of-a-crash").write_text("half")
    (data / "quarantine").mkdir()
    (data / "quarantine" / "5f2c").write_text("nobody has looked at it")

    ended = backup(data)

    assert ended.code == 0, ended
    [archive] = backups(data)
    assert str(archive) in ended.output
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert sorted(hashes(archive)) == [
        "demo-password",
        "documents/eagenda/daftar-hadir/1.pdf",
        "documents/eagenda/daftar-hadir/2.pdf",
        "keys/0001.key",
        "keys/signing-0001.pem",
        "records.db",
        "tls/authority.pem",
    ]


def test_a_backup_goes_where_it_is_told_and_replaces_nothing(tmp_path: Path) -> None:
    data, target = fill(tmp_path / "var"), tmp_path / "elsewhere.tar.gz"

    assert backup(data, "--to", target).code == 0
    assert hashes(target)
    assert backups(data) == []
    assert "sudah ada: pilih nama lain." in backup(data, "--to", target).refusal()


def test_documents_on_another_disk_behind_a_link_are_backed_up_too(tmp_path: Path) -> None:
    data = fill(tmp_path / "var")
    (data / "documents").rename(tmp_path / "another-disk")
    (data / "documents").symlink_to(tmp_path / "another-disk")

    backup(data)

    assert "documents/eagenda/daftar-hadir/1.pdf" in hashes(backups(data)[0])


def test_no_write_of_eight_threads_fails_during_backups_and_each_backup_is_of_one_moment(tmp_path: Path) -> None:
    data = fill(tmp_path / "var", letters=2000, size=2000)
    records = SqliteRecords(data / "records.db")
    over = threading.Event()
    failures: list[Exception] = []

    def write(thread: int) -> None:
        """Write pairs, of which a backup must have both or none."""
        number = 0
        while not over.is_set():
            pair = [f"pair-{thread}-{number}-{side}" for side in "ab"]
            try:
                records.transact(lambda tx, pair=pair: [tx.create(LETTERS, key, {"text": "."}) for key in pair])  # type: ignore[misc]  # mypy infers no lambda with a default
            except Exception as failure:  # noqa: BLE001 -- whatever it is, it is a write that failed
                failures.append(failure)
            number += 1

    threads = [threading.Thread(target=write, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    archives = [tmp_path / f"{number}.tar.gz" for number in range(3)]
    codes = [backup(data, "--to", archive).code for archive in archives]
    over.set()
    for thread in threads:
        thread.join()
    records.close()

    assert codes == [0, 0, 0]
    assert failures == []
    for archive in archives:
        assert restore(archive, tmp_path / archive.stem).code == 0
        pairs = [key[:-2] for key in letters(tmp_path / archive.stem) if key.startswith("pair-")]
        assert pairs
        assert all(pairs.count(pair) == 2 for pair in pairs[:200])


def test_fourteen_backups_are_kept(tmp_path: Path) -> None:
    data = fill(tmp_path / "var")
    (data / "backups").mkdir()
    now = datetime.now(UTC)
    days = [data / "backups" / name_of(now - timedelta(days=day)) for day in range(20, 0, -1)]
    for day in days:
        day.touch()
    (data / "backups" / "mine.tar.gz").touch()

    backup(data)

    kept = [path for path in backups(data) if path.name != "mine.tar.gz"]
    assert len(kept) == KEPT
    assert kept[:-1] == days[-KEPT + 1 :]
    assert (data / "backups" / "mine.tar.gz").exists()


@pytest.mark.slow
def test_a_backup_killed_at_any_moment_leaves_nothing_that_looks_whole(tmp_path: Path) -> None:
    data = fill(tmp_path / "var", letters=4000, size=4000)
    before = state(data)
    began = time.monotonic()
    assert backup(data).code == 0
    duration = time.monotonic() - began
    [whole] = backups(data)
    whole.unlink()
    interrupted = 0

    for share in (0.2, 0.35, 0.5, 0.65, 0.8, 0.9):
        with start_backup(data) as process:
            time.sleep(share * duration)
            process.send_signal(signal.SIGKILL)
        interrupted += process.returncode == -signal.SIGKILL
        for archive in (data / "backups").glob("*.tar.gz"):
            assert hashes(archive)  # it was faster than the kill

    assert interrupted
    assert state(data) == before
    assert backup(data).code == 0
    assert all(path.name.endswith(".tar.gz") for path in backups(data)), "what the killed ones left is gone"


def test_a_backup_told_to_stop_removes_what_is_half_made(tmp_path: Path) -> None:
    data = fill(tmp_path / "var", letters=4000, size=4000)

    with start_backup(data) as process:
        while not (data / "backups").is_dir() or not backups(data):
            time.sleep(0.001)
        process.send_signal(signal.SIGINT)

    assert process.returncode != 0
    assert backups(data) == []


@pytest.mark.parametrize("limit", [300_000, 1_800_000], ids=["while the records are copied", "while it is packed"])
def test_a_full_disk_ends_the_backup_in_one_sentence_and_harms_nothing(tmp_path: Path, limit: int) -> None:
    data = fill(tmp_path / "var", letters=500, size=2000)
    (data / "documents" / "noise.bin").write_bytes(os.urandom(2_000_000))  # cannot be packed any smaller
    before = state(data)

    ended = subprocess.run(
        [sys.executable, "-m", "shared.adapters.embedded.backup", "--data", data],
        capture_output=True,
        check=False,
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        text=True,
        timeout=60,
    )

    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert ended.stderr.startswith("Cadangan gagal dibuat")
    assert backups(data) == []
    assert state(data) == before


def test_damaged_records_are_refused_before_they_push_good_backups_out(tmp_path: Path) -> None:
    data = fill(tmp_path / "var", letters=500, size=2000)
    damaged = bytearray((data / "records.db").read_bytes())
    damaged[40_000:48_000] = bytes(8_000)
    (data / "records.db").write_bytes(damaged)

    assert "Cadangan gagal dibuat" in backup(data).refusal()
    assert backups(data) == []


def test_an_empty_folder_has_nothing_to_back_up(tmp_path: Path) -> None:
    assert "belum berisi data" in backup(tmp_path).refusal()
