"""Show a page of a scan on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.letter_scan import LetterScanState
from functions.eoffice.letter_scans import scan_of_desk
from functions.eoffice.page_picture import page_picture
from shared.answers import Jpeg
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused
from shared.values import Between


@dataclass(frozen=True, slots=True)
class WhichLetterScanPage:
    """Which page of which scan; the first is 1."""

    scan_id: str
    page: Annotated[int, Between(1, 3000)]


@query(
    permission=Permission.REGISTER_LETTERS,
    refuses=(RecordMissing, FileRefused),
    limit=PerActor(per_minute=120, burst=40),
)
def show_letter_scan_page(which: WhichLetterScanPage, ctx: ReadContext) -> Jpeg:
    """Show a page of a scan of the caller's desk as a picture."""
    scan = scan_of_desk(which.scan_id, ctx)

    if scan.state is not LetterScanState.READY:
        raise RecordMissing("Pindaian ini tidak ada di meja surat OPD Anda.")
    return page_picture(scan.id, scan.kind, scan.pages, which.page, ctx)
