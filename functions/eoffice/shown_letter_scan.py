"""A scan as a clerk sees it on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from functions.eoffice.domain.letter_scan import LetterScanState
from functions.eoffice.domain.reading import Read
from shared.rules.files import FileKind
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eoffice.domain.letter_scan import LetterScan


@dataclass(frozen=True, slots=True)
class ShownLetterScan:
    """A scan, and what was read of it, to be checked; one that is registered says as which letter."""

    id: str
    name: str
    kind: FileKind
    size: int
    pages: int
    state: LetterScanState
    sent_by: str
    changed_at: Instant
    letter_id: str
    read: Read


def shown_letter_scan(scan: LetterScan) -> ShownLetterScan:
    """Return a scan with what was read of it."""
    return ShownLetterScan(
        scan.id,
        scan.name,
        scan.kind,
        scan.size,
        scan.pages,
        scan.state,
        scan.sent_by,
        scan.changed_at,
        scan.letter_id,
        scan.read,
    )
