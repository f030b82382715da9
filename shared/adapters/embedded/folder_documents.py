"""Documents in a folder: written aside, synced, then linked into place, so that no reader sees half of one."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from shared.ports.documents import NameTaken, check_name

if TYPE_CHECKING:
    from pathlib import Path


class FolderDocuments:
    """The document store of one folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made on first use."""
        self._folder = folder

    def save(self, name: str, content: bytes) -> None:
        """Keep the document under its name."""
        check_name(name)
        path = self._folder / name
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):  # a document has the name that is to be a folder's
            raise NameTaken(name) from None
        draft = path.parent / f".{secrets.token_hex(8)}"
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # unlike a rename, a link never replaces another document
        except FileExistsError:
            if self.load(name) != content:
                raise NameTaken(name) from None
        finally:
            draft.unlink()
        for folder in path.parents[: name.count("/") + 2]:  # each may be new, and stands in the one above it
            _sync_folder(folder)

    def load(self, name: str) -> bytes | None:
        """Return the document, or None."""
        check_name(name)
        try:
            return (self._folder / name).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
