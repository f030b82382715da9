"""List the scans on the desk that are no letters yet."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.letter_scan import LetterScanState
from functions.eoffice.letter_scans import IN_STATE, LETTER_SCANS, scan_limits
from functions.eoffice.shown_letter_scan import ShownLetterScan, shown_letter_scan
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class WhichLetterScans:
    """From where to go on."""

    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedLetterScans:
    """The oldest first; the largest file is in bytes, and after so many days a scan is thrown away."""

    items: tuple[ShownLetterScan, ...]
    largest: int
    kept_days: int
    next_cursor: str | None
    as_of: Instant


@query(permission=Permission.REGISTER_LETTERS)
def list_letter_scans(which: WhichLetterScans, ctx: ReadContext) -> ListedLetterScans:
    """List the scans that wait on the desk of the caller's office."""
    limits = scan_limits(ctx)
    page = ctx.list(LETTER_SCANS, IN_STATE, equal=(LetterScanState.READY,), cursor=which.cursor)
    return ListedLetterScans(
        tuple(shown_letter_scan(scan) for _, scan in page.items),
        limits.largest,
        limits.kept_days,
        page.next_cursor,
        ctx.now,
    )
