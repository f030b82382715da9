"""Read the rows of a table that somebody sent, as texts; in a process of its own, for it comes from a stranger."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

from shared.apart.limits import limit_this_process
from shared.apart.run import ApartFailed, TookTooLong, run_apart
from shared.rules.files import FileFault, FileKind
from shared.uploads.faulty import Faulty, require

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECONDS = 60.0
MOST_ROWS = 50_000
MOST_COLUMNS = 100
LONGEST_CELL = 1_000  # characters

_SEPARATORS = ";,\t"


def read_rows(kind: FileKind, content: bytes, *, seconds: float = SECONDS) -> list[list[str]]:
    """Return the rows of the first sheet, each without the empty cells at its end. Raises Faulty."""
    order = json.dumps({"kind": kind.value, "seconds": seconds}).encode()
    try:
        made = json.loads(run_apart("shared.uploads.rows", order + b"\n" + content, seconds))
    except TookTooLong:
        raise Faulty(FileFault.TOO_MUCH) from None
    except ApartFailed:
        raise Faulty(FileFault.DAMAGED) from None
    if made["fault"] is not None:
        raise Faulty(FileFault(made["fault"]))
    rows: list[list[str]] = made["rows"]
    return rows


def decode(content: bytes) -> str:
    """Return a text file's text: UTF-8, with or without its mark, or what an older Excel writes on Windows.

    Raises Faulty for what is no text.
    """
    require(b"\x00" not in content, FileFault.OTHER_CONTENT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read(kind: FileKind, content: bytes) -> list[list[str]]:
    """Return the rows, in this process. Raises Faulty."""
    rows = _sheet(content) if kind is FileKind.XLSX else _separated(content)
    kept: list[list[str]] = []
    for row in rows:
        require(len(kept) < MOST_ROWS and len(row) <= MOST_COLUMNS, FileFault.TOO_MUCH)
        require(all(len(cell) <= LONGEST_CELL for cell in row), FileFault.TOO_MUCH)
        while row and not row[-1]:
            row.pop()
        kept.append(row)
    return kept


def _separated(content: bytes) -> Iterator[list[str]]:
    text = decode(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        yield [cell.strip() for cell in row]


def _sheet(content: bytes) -> Iterator[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415 -- only the process apart loads it, for this kind alone

    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what the file says of its size need not be true
    rows: Iterable[tuple[object, ...]] = sheet.iter_rows(values_only=True)
    for row in rows:
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case datetime() | date():
            return cell.isoformat()[:10]
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).strip()


def main() -> None:
    """Do the one order: kind and limit on the first line of stdin, then the file."""
    order = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    limit_this_process(order["seconds"])
    fault, rows = None, []
    try:
        rows = read(FileKind(order["kind"]), content)
    except Faulty as faulty:
        fault = faulty.fault
    except MemoryError:
        fault = FileFault.TOO_MUCH
    except Exception:  # noqa: BLE001 -- a reader fails in a hundred ways on what a stranger made to break it
        fault = FileFault.DAMAGED
    sys.stdout.write(json.dumps({"fault": fault, "rows": rows}))


if __name__ == "__main__":
    main()
