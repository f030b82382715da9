"""Split a scan in which several letters lie behind one another, as a scanner with a feeder makes it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from functions.eoffice.domain.letter_scan import (
    LetterScan,
    LetterScanRegistered,
    Part,
    discarded,
    parts_of,
    require_ready,
)
from functions.eoffice.domain.reading import read
from functions.eoffice.letter_scans import LETTER_SCANS, document_name, scan_of_desk, text_name
from shared.events.eoffice_letters import LetterScanDiscarded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused, file_refused
from shared.uploads.faulty import Faulty
from shared.uploads.paper import PaperText, read_text, split_pages


@dataclass(frozen=True, slots=True)
class LetterScanToSplit:
    """Which scan, and on which pages a further letter begins; the first begins on page 1."""

    scan_id: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Splitting:
    """A scan, and the parts that it is to be; each has the id of the scan that it becomes."""

    scan: LetterScan
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part that is kept as a file of its own, and what it says."""

    part: Part
    size: int
    sha256: str
    paper: PaperText


@dataclass(frozen=True, slots=True)
class Pieces:
    """All parts of a scan, or why it could not be split."""

    scan: LetterScan
    pieces: tuple[Piece, ...]
    refused: FileRefused | None = None


@dataclass(frozen=True, slots=True)
class LetterScanSplit:
    """The scans that lie on the desk instead, in the order of the pages."""

    scan_ids: tuple[str, ...]


def cut(splitting: Splitting, ctx: ReadContext) -> Pieces:
    """Cut the file and keep each part with its text, outside any transaction."""
    scan, documents = splitting.scan, ctx.ports.documents
    content = documents.load(document_name(scan.id)) or b""
    pieces = []
    try:
        files = split_pages(content, [(it.first, it.last) for it in splitting.parts])
        for part, file in zip(splitting.parts, files, strict=True):
            documents.save(document_name(part.id), file)
            pieces.append(Piece(part, len(file), hashlib.sha256(file).hexdigest(), read_text(file)))
            documents.save(text_name(part.id), pieces[-1].paper.text.encode())
    except Faulty as faulty:
        return Pieces(scan, (), file_refused(faulty.fault))
    return Pieces(scan, tuple(pieces))


def lay_out(cut_up: Pieces, ctx: Context) -> LetterScanSplit:
    """Lay the parts on the desk instead of the scan, unless somebody has registered it meanwhile."""
    scan = scan_of_desk(cut_up.scan.id, ctx)
    if cut_up.refused:
        raise cut_up.refused

    require_ready(scan)

    ctx.put(LETTER_SCANS, discarded(scan, ctx.now))
    ctx.emit(LetterScanDiscarded(scan.id))
    for it in cut_up.pieces:
        part = replace(
            scan,
            id=it.part.id,
            name=it.part.name,
            size=it.size,
            sha256=it.sha256,
            changed_at=ctx.now,
            pages=it.paper.pages,
            read=read(it.paper.text),
        )
        ctx.create(LETTER_SCANS, part)
    return LetterScanSplit(tuple(it.part.id for it in cut_up.pieces))


@operation(
    permission=Permission.REGISTER_LETTERS,
    refuses=(RecordMissing, LetterScanRegistered, FileRefused),
    limit=PerActor(per_minute=20, burst=10),
    call=cut,
    complete=lay_out,
)
def split_letter_scan(typed: LetterScanToSplit, ctx: Context) -> Splitting:
    """Split a PDF on the caller's desk into letters; each lies there as a scan of its own."""
    scan = scan_of_desk(typed.scan_id, ctx)

    require_ready(scan)
    return Splitting(scan, parts_of(scan, typed.starts, ctx.new_id))
