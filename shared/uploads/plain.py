"""Text files with a table in them: text, and nothing else."""

from __future__ import annotations

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import require
from shared.uploads.rows import decode


def look(_: FileKind, content: bytes) -> bytes:
    """Return nothing: the file stays as it is. Raises Faulty."""
    text = decode(content).lstrip()
    require(text and not text.startswith("<"), FileFault.OTHER_CONTENT)
    require(not content.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")), FileFault.OTHER_CONTENT)
    return b""
