"""Office files (ECMA-376): a ZIP archive that is whole, unpacks to something sane, and holds no macro or stranger.

It stays as it is, for it may be signed.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty, require

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PARTS = 5_000
MOST_UNPACKED = 300_000_000  # bytes in all
MOST_TIMES = 200  # so many times its packed size; plain XML packs to a fiftieth
_SMALL = 5_000_000  # below this it is harmless however well it was packed
_CHUNK = 1 << 16

_LOCAL_HEADER = 30  # bytes, without the name and the extra field
_DESCRIPTOR = 24  # bytes that may follow a part's content
_END = 22  # bytes of the archive's end, where it has no comment
_ENCRYPTED = 0x1
_LEGACY_OR_LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a compound file: the old formats, and each one with a password
)

_MAIN = {
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    FileKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
}
_TYPES = "[Content_Types].xml"
_ACTIVE_PART = re.compile(
    r"vbaproject|macrosheets/|activex/|oleobject|\.bin$|\.(exe|dll|js|vbs|jar|html?)$"
    r"|embeddings/(?!.*\.(docx|pptx|xlsx)$)"  # a chart brings its sheet along
)
_HARMLESS_BIN = re.compile(r"printersettings\d*\.bin$")
_ACTIVE_TYPE = re.compile(r"macroenabled|vbaproject|activex|oleobject")
# Fetched as soon as the file is opened, without anybody's click.
_FETCHED = re.compile(r"/(attachedTemplate|oleObject|frame|subDocument)$")
# From another machine; a template on the author's own disk is found nowhere else, and harmless.
_ELSEWHERE = re.compile(r"(https?|ftp):|(file:)?[/\\]{2}[^/\\]|file:[/\\]{4}", re.IGNORECASE)


def look(kind: FileKind, content: bytes) -> bytes:
    """Return nothing: the file stays as it is. Raises Faulty."""
    require(not content.startswith(_LEGACY_OR_LOCKED), FileFault.LOCKED)
    require(content.startswith(b"PK\x03\x04"), FileFault.OTHER_CONTENT)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        require(len(parts) <= MOST_PARTS, FileFault.TOO_MUCH)
        _check_layout(parts, archive.start_dir, content)
        _check_names(parts)
        texts = _unpacked(archive, parts, len(content))
    require(_TYPES in texts, FileFault.OTHER_CONTENT)
    declared = [attributes.get("ContentType", "") for _, attributes in _elements(texts[_TYPES])]
    require(not any(_ACTIVE_TYPE.search(each.lower()) for each in declared), FileFault.ACTIVE)
    require(_MAIN[kind] in declared, FileFault.OTHER_CONTENT)
    for name, text in texts.items():
        if name.endswith(".rels"):
            _check_relations(text)
    return b""


def _check_layout(parts: list[zipfile.ZipInfo], directory: int, content: bytes) -> None:
    """Require that the parts follow each other from the first byte to the directory, and that this ends the file.

    So nothing lies before, between or after them, and no two share the same bytes (as in a bomb of overlapping parts).
    """
    end = 0
    for part in sorted(parts, key=lambda it: it.header_offset):
        require(end <= part.header_offset <= end + _DESCRIPTOR, FileFault.FOREIGN)
        name_and_extra = content[part.header_offset + 26 : part.header_offset + _LOCAL_HEADER]
        lengths = int.from_bytes(name_and_extra[:2], "little") + int.from_bytes(name_and_extra[2:], "little")
        end = part.header_offset + _LOCAL_HEADER + lengths + part.compress_size
    require(end <= directory <= end + _DESCRIPTOR, FileFault.FOREIGN)
    size_of_directory = int.from_bytes(content[-10:-6], "little")
    require(directory + size_of_directory + _END == len(content), FileFault.FOREIGN)


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    require(len({name.lower() for name in names}) == len(names), FileFault.FOREIGN)
    for name in names:
        pieces = name.split("/")
        require(not name.startswith("/") and "\\" not in name and ".." not in pieces, FileFault.FOREIGN)
        lower = name.lower()
        require(not _ACTIVE_PART.search(lower) or _HARMLESS_BIN.search(lower), FileFault.ACTIVE)


def _unpacked(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], packed: int) -> dict[str, bytes]:
    """Unpack every part, as what the archive says of their sizes need not be true; return the texts that are read."""
    most = min(MOST_UNPACKED, max(_SMALL, packed * MOST_TIMES))
    texts: dict[str, bytes] = {}
    for part in parts:
        require(not part.flag_bits & _ENCRYPTED, FileFault.LOCKED)
        is_read = part.filename == _TYPES or part.filename.endswith(".rels")
        kept = []
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                most -= len(chunk)
                require(most >= 0, FileFault.TOO_MUCH)
                if is_read:
                    kept.append(chunk)
        if is_read:
            texts[part.filename] = b"".join(kept)
    return texts


def _check_relations(text: bytes) -> None:
    for _, attributes in _elements(text):
        is_fetched = _FETCHED.search(attributes.get("Type", ""))
        require(not (is_fetched and _ELSEWHERE.match(attributes.get("Target", ""))), FileFault.ACTIVE)


def _elements(text: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield an XML part's elements; one with a document type is refused, for its entities could grow without end."""
    found: list[tuple[str, dict[str, str]]] = []

    def refuse(*_: object) -> None:
        raise Faulty(FileFault.ACTIVE)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.ParseFile(io.BytesIO(text))
    return iter(found)
