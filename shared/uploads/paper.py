"""Read, draw and split the pages of a PDF that somebody sent: apart, in a process of its own, as with any file."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.apart.limits import limit_this_process
from shared.apart.run import ApartFailed, TookTooLong, run_apart
from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

SECONDS = 20.0
MOST_TEXT = 60_000  # characters
MOST_PAGES_READ = 30
_QUALITY = 80
_LONGEST_SIDE = 2_000  # dots


@dataclass(frozen=True, slots=True)
class PaperText:
    """How many pages a document has, and what its first ones say; a scan without text says nothing."""

    pages: int
    text: str


def read_text(content: bytes, *, seconds: float = SECONDS) -> PaperText:
    """Return the text of a PDF. Raises Faulty."""
    made = json.loads(_apart({"do": "read"}, content, seconds))
    return PaperText(made["pages"], made["text"])


def draw_page(kind: FileKind, content: bytes, page: int, width: int, *, seconds: float = SECONDS) -> bytes:
    """Return a page of a PDF, the first is 1, or a picture as a JPEG of so many dots across. Raises Faulty."""
    return _apart({"do": "draw", "kind": kind.value, "page": page, "width": width}, content, seconds)


def split_pages(content: bytes, ranges: Sequence[tuple[int, int]], *, seconds: float = SECONDS) -> list[bytes]:
    """Return some pages of a PDF, from one to another, each as a PDF of its own. Raises Faulty."""
    made = _apart({"do": "split", "ranges": ranges}, content, seconds)
    head, _, rest = made.partition(b"\n")
    parts = []
    for length in json.loads(head):
        parts.append(rest[:length])
        rest = rest[length:]
    return parts


def _apart(order: dict[str, object], content: bytes, seconds: float) -> bytes:
    line = json.dumps({**order, "seconds": seconds}).encode()
    try:
        return run_apart("shared.uploads.paper", line + b"\n" + content, seconds)
    except TookTooLong:
        raise Faulty(FileFault.TOO_MUCH) from None
    except ApartFailed:
        raise Faulty(FileFault.DAMAGED) from None


def _read(content: bytes) -> bytes:
    import pypdfium2  # noqa: PLC0415 -- only the process apart loads it

    document = pypdfium2.PdfDocument(content)
    texts = [document[at].get_textpage().get_text_range() for at in range(min(len(document), MOST_PAGES_READ))]
    text = "\f".join(texts).encode(errors="ignore").decode()[:MOST_TEXT]
    return json.dumps({"pages": len(document), "text": text}).encode()


def _split(content: bytes, ranges: list[list[int]]) -> bytes:
    import pypdfium2  # noqa: PLC0415 -- as above

    document, parts = pypdfium2.PdfDocument(content), []
    for first, last in ranges:
        part, made = pypdfium2.PdfDocument.new(), io.BytesIO()
        part.import_pages(document, list(range(first - 1, last)))
        part.save(made)
        parts.append(made.getvalue())
    return json.dumps([len(it) for it in parts]).encode() + b"\n" + b"".join(parts)


def _draw(kind: FileKind, content: bytes, page: int, width: int) -> bytes:
    picture = _page(content, page, width) if kind is FileKind.PDF else _photograph(content, width)
    drawn = io.BytesIO()
    picture.convert("RGB").save(drawn, "JPEG", quality=_QUALITY)
    return drawn.getvalue()


def _page(content: bytes, page: int, width: int) -> Image:
    import pypdfium2  # noqa: PLC0415 -- as above

    found = pypdfium2.PdfDocument(content)[page - 1]
    scale = min(width / found.get_width(), _LONGEST_SIDE / found.get_height())
    drawn: Image = found.render(scale=scale).to_pil()
    return drawn


def _photograph(content: bytes, width: int) -> Image:
    from PIL import Image as images  # noqa: N813, PLC0415 -- only the process apart loads it

    picture = images.open(io.BytesIO(content))
    picture.thumbnail((width, _LONGEST_SIDE))
    return picture


def main() -> None:
    """Do the one order: what to do on the first line of stdin, then the file."""
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    limit_this_process(order["seconds"])
    if order["do"] == "read":
        made = _read(content)
    elif order["do"] == "split":
        made = _split(content, order["ranges"])
    else:
        made = _draw(FileKind(order["kind"]), content, order["page"], order["width"])
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
