"""Have a scan that was sent looked at, read what it says, and lay it on the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.domain.letter_scan import LetterScan, LetterScanState, require_unfinished
from functions.eoffice.domain.reading import read
from functions.eoffice.letter_scans import (
    LETTER_SCANS,
    document_name,
    find_letter_scan,
    quarantine_name,
    scan_of_desk,
    text_name,
)
from functions.eoffice.shown_letter_scan import ShownLetterScan, shown_letter_scan
from shared.kernel.catalogue import operation
from shared.kernel.context import Context, ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing, Refusal
from shared.rules.files import FileKind, FileRefused, UploadDiffers, UploadMissing, file_refused
from shared.uploads.faulty import Faulty
from shared.uploads.paper import PaperText, read_text
from shared.uploads.take_in import Expected, Kept, take_in


@dataclass(frozen=True, slots=True)
class SentLetterScan:
    """The scan that was announced, and now sent."""

    scan_id: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of the file, and what it says."""

    scan: LetterScan
    outcome: Kept | Refusal
    paper: PaperText


@dataclass(frozen=True, slots=True)
class LetterScanFinished:
    """The scan lies on the desk; ``already`` when it did before."""

    scan: ShownLetterScan
    already: bool


def look_at(scan: LetterScan, ctx: ReadContext) -> Looked:
    """Look at the file, keep it and its text, outside any transaction."""
    nothing = PaperText(1, "")
    if scan.state is not LetterScanState.EXPECTED:
        return Looked(scan, Kept(scan.size, scan.sha256), nothing)
    name = document_name(scan.id)
    expected = Expected(quarantine_name(scan.id), name, scan.kind, scan.size, scan.sha256)
    try:
        kept = take_in(ctx.ports.documents, expected)
        paper = read_text(ctx.ports.documents.load(name) or b"") if scan.kind is FileKind.PDF else nothing
    except (FileRefused, UploadDiffers, UploadMissing) as refusal:  # answered by the last step, which is journaled
        return Looked(scan, refusal, nothing)
    except Faulty as faulty:
        return Looked(scan, file_refused(faulty.fault), nothing)
    ctx.ports.documents.save(text_name(scan.id), paper.text.encode())
    _clear_away_what_went_meanwhile(scan, ctx)
    return Looked(scan, kept, paper)


def _clear_away_what_went_meanwhile(scan: LetterScan, ctx: ReadContext) -> None:
    """Delete what was kept of a scan that was thrown away before: its deletion may have come too early to find it."""
    now = find_letter_scan(scan.id, ctx)
    if now is None or now.state is LetterScanState.DISCARDED:
        ctx.ports.documents.delete(document_name(scan.id))
        ctx.ports.documents.delete(text_name(scan.id))


def lay_on_desk(looked: Looked, ctx: Context) -> LetterScanFinished:
    """Lay the scan on the desk with what was read, unless it was refused."""
    scan = scan_of_desk(looked.scan.id, ctx)

    require_unfinished(scan, ctx.now)
    if scan.state is not LetterScanState.EXPECTED:
        return LetterScanFinished(shown_letter_scan(scan), already=True)
    if isinstance(looked.outcome, Refusal):
        raise looked.outcome
    said = read(looked.paper.text)
    ready = replace(
        scan,
        state=LetterScanState.READY,
        size=looked.outcome.size,
        sha256=looked.outcome.sha256,
        changed_at=ctx.now,
        pages=looked.paper.pages,
        read=said,
    )

    ctx.put(LETTER_SCANS, ready)
    return LetterScanFinished(shown_letter_scan(ready), already=False)


@operation(
    permission=Permission.REGISTER_LETTERS,
    refuses=(RecordMissing, UploadMissing, UploadDiffers, FileRefused),
    limit=PerActor(per_minute=120, burst=60),
    call=look_at,
    complete=lay_on_desk,
)
def finish_letter_scan(sent: SentLetterScan, ctx: Context) -> LetterScan:
    """Have a sent scan looked at and read; doing it again answers the same."""
    scan = scan_of_desk(sent.scan_id, ctx)

    require_unfinished(scan, ctx.now)
    return scan
