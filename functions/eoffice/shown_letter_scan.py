"""A scan as a clerk sees it on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from functions.eoffice.domain.letter import Sifat, Urgensi
from functions.eoffice.domain.letter_scan import LetterScanState
from shared.rules.files import FileKind
from shared.values import Instant

if TYPE_CHECKING:
    from functions.eoffice.domain.letter_scan import LetterScan


@dataclass(frozen=True, slots=True)
class ShownReading:
    """What was read of a letter's text, to be checked; empty where nothing was."""

    sender: str
    number: str
    dated_on: date | None
    hal: str
    lampiran: str
    sifat: Sifat | None
    urgensi: Urgensi | None
    klasifikasi: str


@dataclass(frozen=True, slots=True)
class ShownLetterScan:
    """A scan; one that is registered says as which letter."""

    id: str
    name: str
    kind: FileKind
    size: int
    pages: int
    state: LetterScanState
    sent_by: str
    changed_at: Instant
    letter_id: str
    read: ShownReading


def shown_letter_scan(scan: LetterScan) -> ShownLetterScan:
    """Return a scan with what was read of it."""
    said = scan.read
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
        ShownReading(
            said.sender,
            said.number,
            said.dated_on,
            said.hal,
            said.lampiran,
            said.sifat,
            said.urgensi,
            said.klasifikasi,
        ),
    )
