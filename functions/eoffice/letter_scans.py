"""The scans on an office's desk: where they are kept, who sees them, and where their files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.letter_scan import LetterScan, LetterScanState
from functions.eoffice.tables import LETTER_SCAN_LIMITS
from shared.actor import desk_token
from shared.kernel.collections import ListQuery, TypedCollection
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.tables.rows import value_on
from shared.values import fingerprint

if TYPE_CHECKING:
    from functions.eoffice.domain.letter_scan import LetterScanLimits
    from shared.kernel.context import ReadContext


def scan_readers(scan: LetterScan) -> tuple[str, ...]:
    """Show a scan to the clerks of the desk on which it lies; one that is a letter is shown with it alone."""
    is_shown = scan.state in {LetterScanState.EXPECTED, LetterScanState.READY}
    return (desk_token(scan.organisation_id, Permission.REGISTER_LETTERS),) if is_shown else ()


IN_STATE = ListQuery(equal=("state",), order="changed_at")
LEFT_LYING = ListQuery(equal=("state",), order="changed_at", of_service=True)

LETTER_SCANS = TypedCollection(
    "letter_scans",
    LetterScan,
    key=lambda it: it.id,
    readers=scan_readers,
    organisation=lambda it: it.organisation_id,
    queries=(IN_STATE, LEFT_LYING),
)


def scan_of_desk(scan_id: str, ctx: ReadContext) -> LetterScan:
    """Return a scan of the caller's own desk, also one that is a letter by now. Raises RecordMissing."""
    return require_of_desk(find_letter_scan(scan_id, ctx), ctx)


def find_letter_scan(scan_id: str, ctx: ReadContext) -> LetterScan | None:
    """Return a scan of any desk, for who looks afterwards whether it is their own; None where there is none."""
    return ctx.find(LETTER_SCANS, scan_id, right_from="the desk on which it lies")


def require_of_desk(scan: LetterScan | None, ctx: ReadContext) -> LetterScan:
    """Return a scan that is of the caller's own desk. Raises RecordMissing."""
    if scan is None or scan.organisation_id != ctx.actor.organisation_id:
        raise RecordMissing("Pindaian ini tidak ada di meja surat OPD Anda.")
    return scan


def scan_limits(ctx: ReadContext) -> LetterScanLimits:
    """Return how large a scan may be on the day of the call."""
    return value_on(wib_date(ctx.now), LETTER_SCAN_LIMITS, ctx)


def document_name(scan_id: str) -> str:
    """Return where a scan is kept, before it is a letter and after."""
    return f"eoffice/surat-masuk/{scan_id}"


def text_name(scan_id: str) -> str:
    """Return where the text of a scan is kept, for search."""
    return f"eoffice/surat-masuk/{scan_id}.txt"


def quarantine_name(scan_id: str) -> str:
    """Return where a scan arrives: a name that tells nothing and that no other file gets."""
    return fingerprint("eoffice", "scan", scan_id)
