"""Data folders for tests of backups, the commands of `make backup` and `make restore`, and what an archive holds."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shared.adapters.embedded.file_links import FileLinks
from shared.adapters.embedded.folder_documents import FolderDocuments
from shared.adapters.embedded.keys import signing_keys
from shared.adapters.embedded.signing_authority import FileAuthorities
from shared.adapters.embedded.sqlite_records import SqliteRecords
from shared.ports.records import Collection
from tests.tools.launch import ROOT, Ended

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

LETTERS = Collection("letters")


def fill(data: Path, letters: int = 20, size: int = 100) -> Path:
    """Make a folder with records, documents, keys and what a network start and a demo leave there."""
    data.mkdir()
    records = SqliteRecords(data / "records.db")

    def write(number: int) -> None:
        body = {"text": f"{number} " + os.urandom(size // 2).hex()}
        records.transact(lambda tx: tx.create(LETTERS, f"letter-{number}", body))

    for number in range(letters):
        write(number)
    records.close()
    documents = FolderDocuments(data / "documents", FileLinks(dict))
    documents.save("eagenda/daftar-hadir/1.pdf", b"%PDF one")
    documents.save("eagenda/daftar-hadir/2.pdf", b"%PDF two")
    signing_keys(data / "keys")
    FileAuthorities(data / "keys").current(datetime.now(UTC))
    (data / "tls").mkdir()
    (data / "tls" / "authority.pem").write_text("a key")
    (data / "demo-password").write_text("a password")
    return data


def letters(data: Path) -> dict[str, str]:
    """Return all letters of the folder's records, which must be sound."""
    with closing(sqlite3.connect(data / "records.db")) as records:
        assert records.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(records.execute("SELECT key, body FROM letters").fetchall())


def files(data: Path) -> dict[str, str]:
    """Return the SHA-256 of each file but the records and what belongs to running processes."""
    passing = {"backups", "daily-backup", "leader", "records.db", "records.db-shm", "records.db-wal", "records.lock"}
    names = {path.relative_to(data): path for path in data.rglob("*") if path.is_file()}
    return {
        name.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in names.items()
        if name.parts[0] not in passing
    }


def state(data: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return everything that a backup must bring back."""
    return letters(data), files(data)


def hashes(archive: Path) -> dict[str, str]:
    """Return what the manifest says, after seeing that it is true."""
    with tarfile.open(archive) as members:
        contents = {member.name: _content(members, member) for member in members}
    stated: dict[str, str] = json.loads(contents.pop("manifest.json"))["files"]
    assert stated == {
        name.removeprefix("data/"): hashlib.sha256(content).hexdigest() for name, content in contents.items()
    }
    return stated


def archive_of(
    path: Path, members: Mapping[str, bytes], change: Callable[[tarfile.TarInfo], None] | None = None
) -> Path:
    """Make an archive as anybody can, with a manifest that is true."""
    contents = {f"data/{name}": content for name, content in members.items()}
    stated = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    contents["manifest.json"] = json.dumps({"format": 1, "files": stated}).encode()
    with tarfile.open(path, "w:gz") as archive:
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            if change is not None:
                change(member)
            archive.addfile(member, io.BytesIO(content))
    return path


def backup(data: Path, *arguments: str | Path) -> Ended:
    """Run what `make backup` ends in."""
    return _run("shared.adapters.embedded.backup", "--data", data, *arguments)


def restore(archive: Path, data: Path, *arguments: str) -> Ended:
    """Run what `make restore` ends in."""
    return _run("shared.adapters.embedded.restore", archive, "--data", data, *arguments)


def start_backup(data: Path) -> subprocess.Popen[bytes]:
    """Begin a backup."""
    command = [sys.executable, "-m", "shared.adapters.embedded.backup", "--data", str(data)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)


def backups(data: Path) -> list[Path]:
    """Return everything in the folder of backups."""
    return sorted((data / "backups").glob("*"))


def name_of(moment: datetime) -> str:
    """Return how a backup of that moment is called."""
    return f"trowulan-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}.tar.gz"


def _run(module: str, *arguments: str | Path) -> Ended:
    ended = subprocess.run(
        [sys.executable, "-m", module, *arguments], capture_output=True, check=False, cwd=ROOT, text=True, timeout=60
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def _content(members: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    content = members.extractfile(member)
    assert content is not None
    return content.read()
