"""The data folder of an embedded deployment: who holds it, and which code opened it last.

Two small files tell what the code was: ``version`` sums up its sources, ``schema`` has the highest schema in which any
code so far may have stored the records of each collection.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shared.adapters.embedded.folder_documents import QUARANTINE
from shared.kernel import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RECORDS = "records.db"
BACKUPS = "backups"
VERSION = "version"
SCHEMA = "schema"
DAILY = "daily-backup"  # whoever locks this file makes the backup of the day

# Of the processes that run, or not worth keeping: no part of a backup.
PASSING = frozenset({BACKUPS, DAILY, QUARANTINE, "leader", "log", "records.lock", f"{RECORDS}-shm", f"{RECORDS}-wal"})


class DataRefused(Exception):
    """Why nothing may be done with the folder, in one sentence for whoever runs the server."""


def hold(folder: Path, *, alone: bool = False) -> int:
    """Hold the folder, with others or alone, until the returned descriptor is closed in every process that has it.

    The lock is on the folder itself: it leaves no file behind, and moves along when the folder is renamed.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        is_still_there = os.path.samestat(os.fstat(descriptor), folder.stat())
    except (BlockingIOError, FileNotFoundError):
        is_still_there = False
    if not is_still_there:
        os.close(descriptor)
        raise DataRefused(f"Folder {folder} sedang dipakai: hentikan Trowulan atau pemulihannya, lalu ulangi.")
    return descriptor


@contextmanager
def holding(folder: Path, *, alone: bool = False) -> Iterator[None]:
    """Hold the folder for as long as the block runs."""
    descriptor = hold(folder, alone=alone)
    try:
        yield
    finally:
        os.close(descriptor)


def holds_data(folder: Path) -> bool:
    """Tell whether anything in the folder is worth keeping."""
    return folder.is_dir() and any(path.name not in PASSING for path in folder.iterdir())


def refuse_newer(folder: Path, schemas: Mapping[str, int]) -> None:
    """Refuse records that newer code may have stored in a way that this code cannot read."""
    newer = sorted(name for name, schema in _schemas_of(folder).items() if schema > schemas.get(name, schema))
    if newer:
        raise DataRefused(
            f"Data di folder {folder} ditulis oleh Trowulan yang lebih baru ({', '.join(newer)}): "
            "jalankan versi yang baru itu, atau pulihkan cadangan sebelum pembaruan."
        )


def is_of_other_code(folder: Path) -> bool:
    """Tell whether the folder has records and was last opened by code other than this."""
    version = folder / VERSION
    return (folder / RECORDS).exists() and not (version.is_file() and version.read_text() == code_version())


def note_opened(folder: Path, schemas: Mapping[str, int]) -> None:
    """Write down that this code has opened the folder; schemas of collections that it no longer has stay noted."""
    earlier = _schemas_of(folder)
    highest = earlier | {name: max(schema, earlier.get(name, 0)) for name, schema in schemas.items()}
    _replace(folder / SCHEMA, json.dumps(highest, indent=1, sort_keys=True))
    _replace(folder / VERSION, code_version())


def code_version() -> str:
    """Sum up the sources, so that no update is missed because somebody forgot to raise a number."""
    digest = hashlib.sha256()
    for package in ("functions", "shared"):
        for path in sorted((catalogue.ROOT / package).rglob("*.py")):
            digest.update(f"{path.relative_to(catalogue.ROOT)} {path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names of the folder's files."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _schemas_of(folder: Path) -> dict[str, int]:
    path = folder / SCHEMA
    if not path.exists():
        return {}
    try:
        return {str(name): int(schema) for name, schema in cast("dict[str, int]", json.loads(path.read_text())).items()}
    except (AttributeError, TypeError, ValueError):
        raise DataRefused(f"Berkas {path} rusak: pulihkan folder itu dari cadangan.") from None


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all; one that says the same already keeps its time."""
    if path.exists() and path.read_text() == text:
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with draft.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    sync_folder(path.parent)
