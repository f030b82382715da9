"""List the letters that came in: of the office's book, and those that came to the caller."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.surat_masuk import LetterState
from functions.eoffice.listed_surat_masuk import ListedSuratMasuk, listed_surat_masuk
from functions.eoffice.surat_masuk import IN_STATE_BY_DUE, IN_STATE_NEWEST_FIRST, NEWEST_FIRST, SURAT_MASUK
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.values import Instant


@dataclass(frozen=True, slots=True)
class ListOfSuratMasuk:
    """Those in one state, or all; ``by_due`` puts those first that are due first. The cursor continues an answer."""

    state: LetterState | None = None
    by_due: bool = False
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedSuratMasuks:
    """A part of the list, the newest first or by due date."""

    items: tuple[ListedSuratMasuk, ...]
    next_cursor: str | None
    as_of: Instant


@query(permission=SIGNED_IN)
def list_surat_masuk(which: ListOfSuratMasuk, ctx: ReadContext) -> ListedSuratMasuks:
    """List the letters that came in which the caller may read."""
    if which.state is None:
        page = ctx.list(SURAT_MASUK, NEWEST_FIRST, cursor=which.cursor)
    else:
        order = IN_STATE_BY_DUE if which.by_due else IN_STATE_NEWEST_FIRST
        page = ctx.list(SURAT_MASUK, order, equal=(which.state,), cursor=which.cursor)
    items = tuple(listed_surat_masuk(letter) for _, letter in page.items)
    return ListedSuratMasuks(items, page.next_cursor, ctx.now)
