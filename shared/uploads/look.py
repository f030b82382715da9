"""The process that looks at one file: an order and the file on stdin, a verdict and what is to be kept on stdout."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from shared.apart.limits import limit_this_process
from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty

if TYPE_CHECKING:
    from collections.abc import Callable

# Each reader is loaded for its own kinds alone.
_READERS = {
    FileKind.PDF: "pdf",
    FileKind.JPEG: "picture",
    FileKind.PNG: "picture",
    FileKind.DOCX: "office",
    FileKind.XLSX: "office",
    FileKind.PPTX: "office",
    FileKind.CSV: "plain",
}


def look(kind: FileKind, content: bytes, longest_side: int = 0) -> bytes:
    """Return what of the file is to be kept: drawn anew, or nothing where it stays as it is. Raises Faulty."""
    reader: Callable[[FileKind, bytes], bytes] = import_module(f"shared.uploads.{_READERS[kind]}").look
    try:
        kept = reader(kind, content)
        return _shrunk(kept, longest_side) if longest_side else kept
    except MemoryError:
        raise Faulty(FileFault.TOO_MUCH) from None
    except (Faulty, KeyboardInterrupt):
        raise
    except Exception:  # noqa: BLE001 -- a reader fails in a hundred ways on what a stranger made to break it
        raise Faulty(FileFault.DAMAGED) from None


def _shrunk(drawn: bytes, longest_side: int) -> bytes:
    from shared.uploads.picture import shrink  # noqa: PLC0415 -- only for pictures

    return shrink(drawn, longest_side)


def main() -> None:
    """Do the one order."""
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    limit_this_process(order["seconds"])
    fault, kept = None, b""
    try:
        kept = look(FileKind(order["kind"]), content, order["longest_side"])
    except Faulty as faulty:
        fault = faulty.fault
    sys.stdout.buffer.write(json.dumps({"fault": fault}).encode() + b"\n" + kept)


if __name__ == "__main__":
    main()
