"""Documents: files by name, written once.

The contract: a name is made of segments of ``[A-Za-z0-9._-]`` joined by ``/``; no segment begins with a dot, so no
name can leave the store (`NameRefused`). ``save`` is durable when it returns and safe to repeat: the same bytes under
the same name are no change, other bytes are `NameTaken`. A reader sees a whole document or none.
"""

from __future__ import annotations

import re
from typing import Protocol

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


class Documents(Protocol):
    """A document store."""

    def save(self, name: str, content: bytes) -> None:
        """Keep the document under its name."""
        ...

    def load(self, name: str) -> bytes | None:
        """Return the document, or None."""
        ...
