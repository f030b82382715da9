"""Show a naskah on paper as it is being typed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.domain.naskah import NaskahSays
from functions.eoffice.domain.naskah_checks import check_typed
from functions.eoffice.naskah import naskah_to_read
from functions.eoffice.naskah_paper import on_paper
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.kernel.limits import PerActor
from shared.letters.naskah import draw
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class NaskahToPreview:
    """Which naskah, and what is typed of it."""

    naskah_id: str
    says: NaskahSays


@dataclass(frozen=True, slots=True)
class NaskahPreview:
    """Its pages as drawings (SVG)."""

    pages: tuple[str, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing,), limit=PerActor(per_minute=240, burst=60), body=True)
def preview_naskah(typed: NaskahToPreview, ctx: ReadContext) -> NaskahPreview:
    """Draw the pages of what is typed by the press that prints it."""
    naskah = naskah_to_read(typed.naskah_id, ctx)
    check_typed(typed.says, naskah)
    return NaskahPreview(
        tuple(draw(on_paper(replace(naskah, says=typed.says), ctx, naskah.signing if naskah.signed else None)))
    )
