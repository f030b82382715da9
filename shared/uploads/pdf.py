"""PDF: from its first byte to its last a document that can be read, with nothing in it that acts or hides.

It stays as it is, for it may bear an electronic signature, which any change would break.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import require

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_OBJECTS = 200_000
MOST_PAGES = 3_000

# What a reader would run, start, send or unpack (ISO 32000-2: 12.6.4 actions, 7.11.4 embedded files, 12.7.8 XFA).
_ACTS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/GoToE"})
_HOLDERS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent"})
_KINDS = frozenset({"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/3D"})


def look(_: FileKind, content: bytes) -> bytes:
    """Return nothing: the file stays as it is. Raises Faulty."""
    require(content.startswith((b"%PDF-1.", b"%PDF-2.")), FileFault.OTHER_CONTENT)
    require(content.rstrip(b"\x00\t\n\x0c\r ").endswith(b"%%EOF"), FileFault.FOREIGN)
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted:  # many official PDFs forbid changes and open without a password
        require(reader.decrypt(""), FileFault.LOCKED)
    require(0 < len(reader.pages) <= MOST_PAGES, FileFault.DAMAGED if not len(reader.pages) else FileFault.TOO_MUCH)
    numbers = _numbers(reader)
    require(len(numbers) <= MOST_OBJECTS, FileFault.TOO_MUCH)
    for number, generation in numbers:
        for found in _dictionaries(reader.get_object(IndirectObject(number, generation, reader))):
            require(not _is_active(found), FileFault.ACTIVE)
    return b""


def _numbers(reader: PdfReader) -> list[tuple[int, int]]:
    plain = [(number, generation) for generation, found in reader.xref.items() for number in found]
    return [*plain, *((number, 0) for number in reader.xref_objStm)]


def _dictionaries(found: object) -> Iterator[Mapping[str, object]]:
    """Yield the dictionaries in an object, but not those that it only refers to: they come by themselves."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            yield one
            waiting.extend(dict.values(one) if isinstance(one, dict) else one.values())
        elif isinstance(one, Sequence) and not isinstance(one, str | bytes):
            waiting.extend(list.__iter__(one) if isinstance(one, list) else one)


def _is_active(found: Mapping[str, object]) -> bool:
    named = {str(dict.get(found, key)) for key in ("/S", "/Type", "/Subtype")} if isinstance(found, dict) else set()
    return not (_HOLDERS.isdisjoint(found) and _ACTS.isdisjoint(named) and _KINDS.isdisjoint(named))
