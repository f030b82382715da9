"""Delete the document of a scan that was thrown away."""

from __future__ import annotations

from functions.eoffice.letter_scans import document_name, text_name
from shared.events.eoffice_letters import LetterScanDiscarded
from shared.kernel.catalogue import Delivery, effect
from shared.kernel.context import ReadContext


@effect(on=LetterScanDiscarded, delivery=Delivery.AT_LEAST_ONCE)
def delete_letter_scan(gone: LetterScanDiscarded, ctx: ReadContext) -> None:
    """Delete the scan and its text; what never came, or is gone already, is no error."""
    ctx.ports.documents.delete(document_name(gone.scan_id))
    ctx.ports.documents.delete(text_name(gone.scan_id))
