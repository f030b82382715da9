"""Documents: files by name, written once, and the quarantine in front of them.

The contract: a name is made of segments of ``[A-Za-z0-9._-]`` joined by ``/``; no segment begins with a dot, so no
name can leave the store (`NameRefused`). ``save`` is durable when it returns and safe to repeat: the same bytes under
the same name are no change, other bytes are `NameTaken`. A reader sees a whole document or none.

What people send goes straight from their browser into quarantine, by a link that allows one file: by PUT, of exactly
this type and this many bytes, under this name, until a moment, and only where nothing has that name yet. Nothing in
quarantine can be downloaded; it is for our own eyes, until it is dropped or swept. A document is downloaded by a link
of its own, as an attachment, never as a page. Whoever holds a link can use it, so it lives for minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}){0,7}")


class NameRefused(ValueError):
    """The name could mean another place than a document of this store."""


class NameTaken(Exception):
    """Another document has this name."""


def check_name(name: str) -> None:
    """Refuse a name outside the contract, alike for every store."""
    if not _NAME.fullmatch(name):
        message = f"no name for a document: {name[:80]!r}"
        raise NameRefused(message)


@dataclass(frozen=True, slots=True)
class Upload:
    """The one file that a link lets into quarantine; ``size`` in bytes."""

    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class UploadLink:
    """Where to PUT the file (a path is one of our own server), and the headers to send, each exactly as it stands."""

    url: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Download:
    """A document as it reaches a person: under which name and as which type the browser saves it."""

    name: str
    file_name: str
    media_type: str

    @property
    def disposition(self) -> str:
        """The header that makes a browser save the file (RFC 6266); older ones read the plain name."""
        plain = re.sub(r"[^A-Za-z0-9 ._()-]", "_", self.file_name)
        return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(self.file_name, safe='')}"


class Documents(Protocol):
    """A document store."""

    def save(self, name: str, content: bytes) -> None:
        """Keep the document under its name."""
        ...

    def load(self, name: str) -> bytes | None:
        """Return the document, or None."""
        ...

    def delete(self, name: str) -> None:
        """Remove the document; one that is not there is no error."""
        ...

    def download_link(self, download: Download, now: datetime, until: datetime) -> str:
        """Return an address, or a path of our own server, that answers GET with the document until that moment."""
        ...

    def upload_link(self, upload: Upload, now: datetime, until: datetime) -> UploadLink:
        """Return the link by which a browser puts that one file into quarantine until that moment."""
        ...

    def quarantined(self, name: str, at_most: int) -> bytes | None:
        """Return what arrived in quarantine, or None; of a file longer than ``at_most``, that many bytes and one."""
        ...

    def drop_quarantined(self, name: str) -> None:
        """Remove a file from quarantine; one that is not there is no error."""
        ...

    def sweep_quarantine(self, before: datetime) -> int:
        """Remove what arrived in quarantine before that moment; return how many files."""
        ...
