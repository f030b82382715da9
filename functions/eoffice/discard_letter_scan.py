"""Throw a scan away that is no letter."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.letter_scan import LetterScanRegistered, LetterScanState, discarded
from functions.eoffice.letter_scans import LETTER_SCANS, scan_of_desk
from shared.events.eoffice_letters import LetterScanDiscarded
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class LetterScanToDiscard:
    """Which scan."""

    scan_id: str


@dataclass(frozen=True, slots=True)
class LetterScanGone:
    """The scan is gone; ``already`` when it was before."""

    already: bool


@operation(permission=Permission.REGISTER_LETTERS, refuses=(RecordMissing, LetterScanRegistered))
def discard_letter_scan(which: LetterScanToDiscard, ctx: Context) -> LetterScanGone:
    """Throw a scan of the caller's desk away; its file is deleted."""
    scan = scan_of_desk(which.scan_id, ctx)

    already = scan.state is LetterScanState.DISCARDED
    gone = discarded(scan, ctx.now)

    if not already:
        ctx.put(LETTER_SCANS, gone)
        ctx.emit(LetterScanDiscarded(scan.id))
    return LetterScanGone(already)
