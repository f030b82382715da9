"""A backup: one archive of all that lasts in a data folder, made while the server goes on working.

Records come first, as they were at one moment. Documents never change, so those that are there a little later include
every one that the records name. The manifest, with the SHA-256 of each file, stands at the end: what was cut has none.
"""

from __future__ import annotations

import argparse
import fcntl
import gzip
import hashlib
import io
import json
import os
import re
import sqlite3
import sys
import tarfile
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from shared.adapters.embedded.data_folder import BACKUPS, PASSING, RECORDS, DataRefused, holding, sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = 14
FORMAT = 1
DATA = "data"  # the folder in the archive
MANIFEST = "manifest.json"
BUFFER = 1 << 20

_NAME = "trowulan-%Y%m%dT%H%M%SZ.tar.gz"
_NAMED = re.compile(r"trowulan-\d{8}T\d{6}Z\.tar\.gz")
_PART = ".part"
_FASTEST = 1  # packs as fast as the disk writes; a better packing would take five times the server's other core


class BackupFailed(DataRefused):
    """Why there is no backup, in one sentence."""


def make_backup(data: Path, to: Path | None = None) -> Path:
    """Back the folder up, into its own folder of backups or into a file that is not there yet; return the archive."""
    if not (data / RECORDS).is_file():
        raise BackupFailed(f"Folder {data} belum berisi data: tidak ada yang perlu dicadangkan.")
    if to is not None and to.exists():
        raise BackupFailed(f"Berkas {to} sudah ada: pilih nama lain.")
    with one_at_a_time(data):
        return write_backup(data, to)


@contextmanager
def one_at_a_time(data: Path) -> Iterator[None]:
    """Wait until no other process backs the same folder up, and keep a restoration out."""
    backups = data / BACKUPS
    try:
        backups.mkdir(mode=0o700, exist_ok=True)
        lock = os.open(backups, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise _failed(error) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with holding(data):
            yield
    finally:
        os.close(lock)


def write_backup(data: Path, to: Path | None = None) -> Path:
    """Make the archive aside and rename it when it is whole; the caller sees to it that nobody else does so."""
    backups = data / BACKUPS
    target = to or backups / datetime.now(UTC).strftime(_NAME)
    copy, draft = backups / f"{RECORDS}{_PART}", target.with_name(target.name + _PART)
    try:
        _remove_parts(backups, draft)  # what a crash has left
        try:
            _copy_records(data / RECORDS, copy)
            _write_archive(data, copy, draft)
            draft.rename(target)
            sync_folder(target.parent)
        finally:
            _remove_parts(backups, draft)
        for old in kept_backups(data)[:-KEPT]:
            old.unlink()
    except (OSError, sqlite3.Error) as error:
        raise _failed(error) from None
    return target


def kept_backups(data: Path) -> list[Path]:
    """Return the backups in the folder of backups, the newest last."""
    return sorted(path for path in (data / BACKUPS).glob("trowulan-*") if _NAMED.fullmatch(path.name))


def made_at(backup: Path) -> datetime:
    """Return when a backup in the folder of backups was made, by its name."""
    return datetime.strptime(backup.name, _NAME).replace(tzinfo=UTC)


def _failed(error: OSError | sqlite3.Error) -> BackupFailed:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return BackupFailed(f"Cadangan gagal dibuat ({reason}): periksa ruang dan izin disk, lalu ulangi.")


def _remove_parts(backups: Path, draft: Path) -> None:
    draft.unlink(missing_ok=True)
    for part in backups.glob(f"*{_PART}*"):  # SQLite names its own files after the copy's
        part.unlink(missing_ok=True)


def _copy_records(source: Path, copy: Path) -> None:
    copy.touch(mode=0o600, exist_ok=False)
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True)) as live,
        closing(sqlite3.connect(copy)) as kept,
    ):
        kept.execute("PRAGMA synchronous=OFF")  # only the archive must outlast a power cut
        # In one step, which in WAL mode stops no writer. In several, each commit between two would start it over.
        live.backup(kept)
        if kept.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(f"{RECORDS} rusak")


def _write_archive(data: Path, records: Path, draft: Path) -> None:
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with (
            gzip.GzipFile("", "wb", compresslevel=_FASTEST, fileobj=file) as packed,
            tarfile.TarFile(fileobj=packed, mode="w", copybufsize=BUFFER) as archive,
        ):
            hashes = {RECORDS: _add(archive, RECORDS, records)}
            for name, path in _lasting_files(data):
                try:
                    hashes[name] = _add(archive, name, path)
                except FileNotFoundError:  # a draft that has become a file of another name since it was listed
                    continue
            _add_manifest(archive, hashes)
        file.flush()
        os.fsync(file.fileno())


def _lasting_files(data: Path) -> Iterator[tuple[str, Path]]:
    """Yield all files but the records; a name that begins with a dot is a draft's, of a crash or of this moment."""

    def stop(error: OSError) -> None:
        raise error  # what cannot be read must not be missing silently

    for place, folders, files in os.walk(data, followlinks=True, onerror=stop):
        at_the_top = Path(place) == data
        folders[:] = sorted(name for name in folders if not (at_the_top and name in PASSING))
        for name in sorted(files):
            path = Path(place, name)
            passes = at_the_top and (name in PASSING or name == RECORDS)
            if not passes and not name.startswith(".") and path.is_file():
                yield path.relative_to(data).as_posix(), path


def _add(archive: tarfile.TarFile, name: str, path: Path) -> str:
    """Add a file and return its SHA-256."""
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        member = tarfile.TarInfo(f"{DATA}/{name}")
        member.size, member.mtime, member.mode = status.st_size, int(status.st_mtime), 0o600
        reader = _HashingReader(file)
        archive.addfile(member, reader)
    return reader.digest.hexdigest()


def _add_manifest(archive: tarfile.TarFile, hashes: dict[str, str]) -> None:
    text = json.dumps({"format": FORMAT, "files": hashes}, ensure_ascii=False, indent=1).encode()
    member = tarfile.TarInfo(MANIFEST)
    member.size, member.mode = len(text), 0o600
    archive.addfile(member, io.BytesIO(text))


class _HashingReader:
    """A file that sums up what is read of it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        chunk = self._file.read(size)
        self.digest.update(chunk)
        return chunk


def main(arguments: list[str] | None = None) -> int:
    """Make a backup and say where it is; return the exit code."""
    parser = argparse.ArgumentParser(prog="backup", description="Cadangkan data Trowulan.")
    parser.add_argument("--data", type=Path, required=True, help="folder data")
    parser.add_argument("--to", type=Path, help="berkas cadangan; tanpa ini di folder backups pada folder data")
    options = parser.parse_args(arguments)
    try:
        backup = make_backup(options.data, options.to)
    except DataRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(f"Cadangan selesai: {backup} ({backup.stat().st_size / 1_000_000:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
