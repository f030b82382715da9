"""A restoration brings everything back, or changes nothing."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import tarfile
from typing import TYPE_CHECKING

import pytest

from tests.backup.office import archive_of, backup, fill, hashes, restore, state
from tests.server import Server
from tests.tools.launch import run_py

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow  # whole archives

RECORDS = {"records.db": b"records"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return fill(tmp_path / "var")


@pytest.fixture
def archive(tmp_path: Path, data: Path) -> Path:
    """A backup of the data."""
    archive = tmp_path / "backup.tar.gz"
    assert backup(data, "--to", archive).code == 0
    return archive


def as_link(member: tarfile.TarInfo) -> None:
    if member.name != "manifest.json":
        member.type, member.linkname, member.size = tarfile.SYMTYPE, "/etc/passwd", 0


def as_absolute(member: tarfile.TarInfo) -> None:
    member.name = member.name.replace("data/", "/tmp/")  # noqa: S108 -- that is the trick


def as_escape(member: tarfile.TarInfo) -> None:
    member.name = member.name.replace("data/", "data/../../")


def as_device(member: tarfile.TarInfo) -> None:
    if member.name != "manifest.json":
        member.type, member.size = tarfile.FIFOTYPE, 0


def test_what_was_destroyed_comes_back_with_the_same_hashes(tmp_path: Path, data: Path, archive: Path) -> None:
    before = state(data)
    shutil.rmtree(data)

    ended = restore(archive, data)

    assert ended.code == 0, ended
    assert state(data) == before
    again = tmp_path / "again.tar.gz"
    assert backup(data, "--to", again).code == 0
    assert hashes(again) == hashes(archive)
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in data.rglob("*.key")} == {0o600}


def test_present_data_are_replaced_only_when_they_may_be_moved_aside(data: Path, archive: Path) -> None:
    restored = state(data)
    (data / "documents" / "newer.pdf").write_bytes(b"%PDF newer")
    present = state(data)

    assert "--aside" in restore(archive, data).refusal()
    assert state(data) == present

    assert restore(archive, data, "--aside").code == 0
    assert state(data) == restored
    [aside] = data.parent.glob("var-*Z")
    assert state(aside) == present


def test_a_backup_in_the_folder_itself_restores_it_and_stays_there(data: Path) -> None:
    before = state(data)
    backup(data)
    [own] = (data / "backups").iterdir()
    for path in data.iterdir():
        if path.name != "backups":
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    assert restore(own, data).code == 0

    assert state(data) == before
    assert own.exists()
    assert list(data.parent.glob("*var-*")) == [], "nothing of worth had to be moved aside"


@pytest.mark.slow  # starts the whole server
def test_a_folder_that_is_served_is_not_restored_before_the_server_has_ended(tmp_path: Path) -> None:
    data, archive = tmp_path / "var", tmp_path / "backup.tar.gz"
    with Server(data) as server:
        people = server.people()
        assert backup(data, "--to", archive).code == 0

        assert "sedang dipakai: hentikan Trowulan" in restore(archive, data, "--aside").refusal()
        assert server.is_healthy()

    assert restore(archive, data, "--aside").code == 0
    with Server(data) as server:
        assert server.people() == people


def test_a_worker_that_outlives_its_killed_server_still_holds_the_folder(tmp_path: Path) -> None:
    data, archive = tmp_path / "var", tmp_path / "backup.tar.gz"
    with Server(data) as server:
        assert backup(data, "--to", archive).code == 0
        server.stop(signal.SIGKILL)

        assert "sedang dipakai: hentikan Trowulan" in restore(archive, data, "--aside").refusal()


def test_a_cut_archive_is_refused_wherever_it_was_cut(tmp_path: Path, data: Path, archive: Path) -> None:
    before, content = state(data), archive.read_bytes()
    cut = tmp_path / "cut.tar.gz"

    for length in (0, 1, 9, 200, len(content) // 2, len(content) - 600, len(content) - 9, len(content) - 1):
        cut.write_bytes(content[:length])
        assert "terpotong, berubah" in restore(cut, data, "--aside").refusal(), length

    assert state(data) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar.gz", "cut.tar.gz", "var"]


def test_a_changed_archive_is_refused_wherever_it_was_changed(tmp_path: Path, data: Path, archive: Path) -> None:
    before, content = state(data), archive.read_bytes()
    changed = tmp_path / "changed.tar.gz"

    for place in (0, 2, 30, len(content) // 3, len(content) // 2, len(content) - 100, len(content) - 6):
        changed.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        assert "terpotong, berubah" in restore(changed, data, "--aside").refusal(), place

    assert state(data) == before


def test_a_file_exchanged_inside_a_sound_archive_is_refused(tmp_path: Path, data: Path) -> None:
    def exchange(member: tarfile.TarInfo) -> None:
        if member.name == "data/a":
            member.name = "data/b"

    wrong = archive_of(tmp_path / "wrong.tar.gz", RECORDS | {"a": b"a"}, exchange)

    assert "terpotong, berubah" in restore(wrong, data, "--aside").refusal()


@pytest.mark.parametrize("trick", [as_link, as_absolute, as_escape, as_device])
def test_an_archive_that_reaches_out_of_the_folder_is_refused(
    tmp_path: Path, data: Path, trick: Callable[[tarfile.TarInfo], None]
) -> None:
    before = state(data)
    archive = archive_of(tmp_path / "trick.tar.gz", RECORDS | {"zz-escaped": b"escaped"}, trick)

    assert "terpotong, berubah" in restore(archive, data, "--aside").refusal()

    assert state(data) == before
    assert list(tmp_path.parent.rglob("zz-escaped")) == []


@pytest.mark.parametrize("name", ["backups/old.tar.gz", "records.db-wal", "a//b", "./a", "a/.."])
def test_an_archive_with_a_file_that_no_backup_holds_is_refused(tmp_path: Path, data: Path, name: str) -> None:
    archive = archive_of(tmp_path / "trick.tar.gz", RECORDS | {name: b"x"})

    assert "terpotong, berubah" in restore(archive, data, "--aside").refusal()


def test_an_archive_without_records_or_with_a_folder_in_a_files_place_is_refused(tmp_path: Path, data: Path) -> None:
    for members in ({"a": b"a"}, RECORDS | {"a": b"a", "a/b": b"b"}):
        archive = archive_of(tmp_path / "wrong.tar.gz", members)
        assert "terpotong, berubah" in restore(archive, data, "--aside").refusal()


def test_a_file_that_is_no_archive_or_not_there_is_refused(tmp_path: Path, data: Path) -> None:
    noise = tmp_path / "noise.tar.gz"
    noise.write_bytes(os.urandom(5000))

    assert "terpotong, berubah" in restore(noise, data, "--aside").refusal()
    assert "tidak ada: periksa nama berkasnya." in restore(tmp_path / "none.tar.gz", data).refusal()


@pytest.mark.slow  # it may have to install the server's libraries
def test_run_py_backs_up_and_restores(tmp_path: Path, data: Path) -> None:
    before, archive = state(data), tmp_path / "by-hand.tar.gz"

    assert run_py("backup", "--data", str(data), "--to", str(archive)).code == 0
    ended = run_py("restore", str(archive), "--data", str(data), "--aside")

    assert ended.code == 0, ended
    assert state(data) == before
