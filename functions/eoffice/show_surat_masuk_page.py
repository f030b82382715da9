"""Show a page of a letter that came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.page_picture import page_picture
from functions.eoffice.surat_masuk import letter_to_read
from shared.answers import Jpeg
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.files import FileRefused
from shared.values import Between


@dataclass(frozen=True, slots=True)
class WhichLetterPage:
    """Which page of which letter; the first is 1."""

    letter_id: str
    page: Annotated[int, Between(1, 3000)]


@query(permission=SIGNED_IN, refuses=(RecordMissing, FileRefused), limit=PerActor(per_minute=120, burst=40))
def show_surat_masuk_page(which: WhichLetterPage, ctx: ReadContext) -> Jpeg:
    """Show a page of a letter as a picture, to those who may read it."""
    letter = letter_to_read(which.letter_id, ctx)
    return page_picture(letter.file.id, letter.file.kind, letter.file.pages, which.page, ctx)
