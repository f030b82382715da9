"""Put a backup in the place of a data folder: unpacked beside it and verified first, then exchanged by renaming."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import shutil
import sys
import tarfile
import tempfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from shared.adapters.embedded.backup import BUFFER, DATA, FORMAT, MANIFEST
from shared.adapters.embedded.data_folder import BACKUPS, PASSING, RECORDS, DataRefused, holding, holds_data

if TYPE_CHECKING:
    from collections.abc import Iterator


class ArchiveWrong(Exception):
    """The archive is cut, changed, or nothing of ours."""


def restore(archive: Path, data: Path, *, aside: bool = False) -> Path | None:
    """Restore the folder; return where the earlier one has been moved, if it held anything.

    Everything up to the exchange happens in a folder of its own, so that whatever fails leaves the present data alone.
    """
    if not archive.is_file():
        raise DataRefused(f"Cadangan {archive} tidak ada: periksa nama berkasnya.")
    data = data.resolve()  # a link stays, and points to the restored folder
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with holding(data, alone=True):
            if holds_data(data) and not aside:
                raise DataRefused(f"Folder {data} berisi data: tambahkan --aside (make: ASIDE=1) untuk menyisihkannya.")
            return _replace(data, archive)
    except (ArchiveWrong, gzip.BadGzipFile):
        raise DataRefused(
            f"Cadangan {archive} terpotong, berubah, atau bukan cadangan Trowulan: "
            "pakai cadangan lain, data yang ada tetap utuh."
        ) from None
    except OSError as error:
        reason = error.strerror or error
        raise DataRefused(
            f"Pemulihan gagal ({reason}): periksa ruang dan izin disk, data yang ada tetap utuh."
        ) from None


def _replace(data: Path, archive: Path) -> Path | None:
    fresh = Path(tempfile.mkdtemp(prefix=f".{data.name}-", dir=data.parent))
    try:
        _unpack(archive, fresh)
        os.sync()  # one for all files, before any of them counts
        return _exchange(data, fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _unpack(archive: Path, folder: Path) -> None:
    """Unpack what the manifest vouches for, or raise ArchiveWrong."""
    try:
        with gzip.open(archive) as unpacked:
            with tarfile.open(fileobj=unpacked, mode="r|", bufsize=BUFFER) as members:
                hashes, manifest = _write_members(members, folder)
            while unpacked.read(BUFFER):  # to the very end, where gzip's own checksum stands
                pass
    except (tarfile.TarError, zlib.error, EOFError, ValueError) as error:
        raise ArchiveWrong(str(error)) from None
    if manifest.get("format") != FORMAT or manifest.get("files") != hashes or RECORDS not in hashes:
        raise ArchiveWrong("the manifest says otherwise")


def _write_members(members: tarfile.TarFile, folder: Path) -> tuple[dict[str, str], dict[str, Any]]:
    hashes: dict[str, str] = {}
    manifest: dict[str, Any] = {}
    for member in members:
        content = members.extractfile(member) if member.type == tarfile.REGTYPE else None
        if content is None:
            raise ArchiveWrong(f"{member.name} is no file")
        if member.name == MANIFEST:
            manifest = _manifest(content)
            continue
        name = _safe_name(member.name)
        if name in hashes:
            raise ArchiveWrong(f"{name} comes twice")
        hashes[name] = _write(content, folder / name)
    return hashes, manifest


def _manifest(content: IO[bytes]) -> dict[str, Any]:
    manifest = json.load(content)
    if not isinstance(manifest, dict):
        raise ArchiveWrong("the manifest is no object")
    return cast("dict[str, Any]", manifest)


def _safe_name(name: str) -> str:
    """Return the name below the data folder; a name that leads elsewhere is somebody's trick."""
    top, *parts = name.split("/")
    if top != DATA or not parts or not {"", ".", ".."}.isdisjoint(parts) or parts[0] in PASSING:
        raise ArchiveWrong(f"{name!r} does not belong here")
    return "/".join(parts)


def _write(content: IO[bytes], path: Path) -> str:
    """Write a file that only the server's user may read; return its SHA-256."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise ArchiveWrong(f"{path} is a file and a folder") from None
    digest = hashlib.sha256()
    with os.fdopen(descriptor, "wb") as file:
        while chunk := content.read(BUFFER):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def _exchange(data: Path, fresh: Path) -> Path | None:
    held_data = holds_data(data)
    earlier = data.with_name(f"{data.name}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}")
    data.rename(earlier)
    try:
        fresh.rename(data)
    except OSError:
        earlier.rename(data)
        raise
    for name in _of_the_place(earlier):
        (earlier / name).rename(data / name)
    if held_data:
        return earlier
    shutil.rmtree(earlier, ignore_errors=True)
    return None


def _of_the_place(folder: Path) -> Iterator[str]:
    """Yield what stays where it is, whatever data are there: the backups, and the log of the installation."""
    return (name for name in (BACKUPS, "log") if (folder / name).exists())


def main(arguments: list[str] | None = None) -> int:
    """Restore and say what became of the earlier data; return the exit code."""
    parser = argparse.ArgumentParser(prog="restore", description="Pulihkan data Trowulan dari cadangan.")
    parser.add_argument("file", type=Path, help="berkas cadangan")
    parser.add_argument("--data", type=Path, required=True, help="folder data")
    parser.add_argument("--aside", action="store_true", help="sisihkan data yang ada")
    options = parser.parse_args(arguments)
    try:
        earlier = restore(options.file, options.data, aside=options.aside)
    except DataRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(f"Data dipulihkan di {options.data}.")
    if earlier is not None:
        print(f"Data sebelumnya disisihkan di {earlier}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
