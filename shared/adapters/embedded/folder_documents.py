"""Documents in a folder: written aside, synced, then linked into place, so that no reader sees half of one.

Beside it lies the quarantine, a folder of the same form. It is passing: no backup holds it.
"""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from shared.ports.documents import NameTaken, UploadLink, check_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from shared.adapters.embedded.file_links import FileLinks
    from shared.ports.documents import Download, Upload

QUARANTINE = "quarantine"


class WrongLength(Exception):
    """Fewer or more bytes came than the link allows; nothing was kept of them."""


class FolderDocuments:
    """The document store of one folder."""

    def __init__(self, folder: Path, links: FileLinks) -> None:
        """Name the folder; it is made on first use."""
        self._folder = folder
        self._quarantine = folder.with_name(QUARANTINE)
        self._links = links

    def save(self, name: str, content: bytes) -> None:
        """Keep the document under its name."""
        try:
            _write(self._folder, name, [content], len(content))
        except NameTaken:
            if self.load(name) != content:
                raise

    def load(self, name: str) -> bytes | None:
        """Return the document, or None."""
        return _read(self._folder, name)

    def delete(self, name: str) -> None:
        """Remove the document."""
        _delete(self._folder, name)

    def download_link(self, download: Download, now: datetime, until: datetime) -> str:  # noqa: ARG002 -- the port's form
        """Return a link that our own server answers."""
        check_name(download.name)
        return self._links.to_get(download, until)

    def upload_link(self, upload: Upload, now: datetime, until: datetime) -> UploadLink:  # noqa: ARG002 -- the port's form
        """Return a link that our own server answers; the browser itself sends the length."""
        check_name(upload.name)
        return UploadLink(self._links.to_put(upload, until), {"Content-Type": upload.media_type})

    def receive(self, upload: Upload, chunks: Iterable[bytes]) -> None:
        """Take an upload into quarantine. Raises WrongLength, and NameTaken when it has come before."""
        _write(self._quarantine, upload.name, chunks, upload.size)

    def quarantined(self, name: str, at_most: int) -> bytes | None:
        """Return what arrived."""
        return _read(self._quarantine, name, at_most + 1)

    def drop_quarantined(self, name: str) -> None:
        """Remove a file from quarantine."""
        _delete(self._quarantine, name)

    def sweep_quarantine(self, before: datetime) -> int:
        """Remove what arrived before that moment, and the drafts of connections that were cut."""
        files = [path for path in self._quarantine.rglob("*") if path.is_file()]
        old = [path for path in files if path.stat().st_mtime < before.timestamp()]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)


def _write(folder: Path, name: str, chunks: Iterable[bytes], size: int) -> None:
    check_name(name)
    path = folder / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):  # a document has the name that is to be a folder's
        raise NameTaken(name) from None
    draft = path.parent / f".{secrets.token_hex(8)}"
    try:
        _write_draft(draft, chunks, size)
        os.link(draft, path)  # unlike a rename, a link never replaces another document
    except FileExistsError:
        raise NameTaken(name) from None
    finally:
        draft.unlink(missing_ok=True)
        for parent in path.parents[: name.count("/") + 2]:  # each may be new, and stands in the one above it
            _sync_folder(parent)


def _write_draft(draft: Path, chunks: Iterable[bytes], size: int) -> None:
    length = 0
    with draft.open("xb") as file:
        for chunk in chunks:
            length += len(chunk)
            if length > size:
                break
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if length != size:
        raise WrongLength(f"{length} bytes instead of {size}")


def _read(folder: Path, name: str, at_most: int = -1) -> bytes | None:
    check_name(name)
    try:
        with (folder / name).open("rb") as file:
            return file.read(at_most)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _delete(folder: Path, name: str) -> None:
    check_name(name)
    path = folder / name
    try:
        path.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):  # no document is called so
        return


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
