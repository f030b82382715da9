"""Where the files of an import lie, and how its rows are kept between the chunks of its jobs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from functions.directory.domain.employee_file import EmployeeRow
from shared import codec
from shared.values import fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports.documents import Documents

ROWS_IN_A_PART = 400  # a multiple of every chunk, so that a chunk reads one document

_ROWS = tuple[EmployeeRow, ...]


def quarantine_name(import_id: str) -> str:
    """Return where the file arrives: a name that tells nothing and that no other file gets."""
    return fingerprint("directory", "import", import_id)


def document_name(import_id: str) -> str:
    """Return where the file is kept as it came."""
    return f"directory/impor/{import_id}/berkas"


def save_rows(import_id: str, rows: Sequence[EmployeeRow], documents: Documents) -> None:
    """Keep the rows in parts, so that no chunk holds the whole file in memory; safe to repeat."""
    for first in range(0, len(rows), ROWS_IN_A_PART):
        part = codec.encode_stored(_ROWS, tuple(rows[first : first + ROWS_IN_A_PART]))
        documents.save(_part_name(import_id, first), json.dumps(part).encode())


def delete_files(import_id: str, rows: int, documents: Documents) -> None:
    """Delete the file as it came and the parts of its rows; safe to repeat."""
    documents.delete(document_name(import_id))
    for first in range(0, rows, ROWS_IN_A_PART):
        documents.delete(_part_name(import_id, first))


def load_rows(import_id: str, first: int, most: int, documents: Documents) -> Sequence[EmployeeRow]:
    """Return at most so many rows from one on, all of one part."""
    content = documents.load(_part_name(import_id, first - first % ROWS_IN_A_PART))
    rows: Sequence[EmployeeRow] = codec.decode_stored(_ROWS, json.loads(content or b"[]"))
    start = first % ROWS_IN_A_PART
    return rows[start : start + most]


def _part_name(import_id: str, first: int) -> str:
    return f"directory/impor/{import_id}/baris-{first:07}"
