"""A page of a scan as a picture, for the eye beside the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.letter_scans import document_name
from shared.answers import Jpeg
from shared.refusals import RecordMissing
from shared.rules.files import file_refused
from shared.uploads.faulty import Faulty
from shared.uploads.paper import draw_page

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext
    from shared.rules.files import FileKind

_WIDTH = 1_100  # dots: sharp at the width that a form leaves, and some 150 kB


def page_picture(scan_id: str, kind: FileKind, pages: int, page: int, ctx: ReadContext) -> Jpeg:
    """Return a page, the first is 1. Raises RecordMissing for one that the document does not have."""
    content = ctx.ports.documents.load(document_name(scan_id))
    if content is None or not 1 <= page <= pages:
        raise RecordMissing("Halaman ini tidak ada dalam berkasnya.")
    try:
        return Jpeg(f"halaman-{page}.jpg", draw_page(kind, content, page, _WIDTH))
    except Faulty as faulty:
        raise file_refused(faulty.fault) from None
