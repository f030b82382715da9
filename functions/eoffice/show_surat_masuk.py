"""Show a letter that came in: what it says, where it stands, how it went down the tree, and what was corrected."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.disposisi import tree_of
from functions.eoffice.klasifikasi import listed_codes
from functions.eoffice.shown_disposisi import ShownDisposisi, shown_tree
from functions.eoffice.shown_surat_masuk import ShownSuratMasuk, shown_surat_masuk
from functions.eoffice.surat_masuk import SURAT_MASUK, WhichSuratMasuk, letter_to_read
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class SuratMasukShown:
    """The letter, its version, and the tree of its disposisi from the top."""

    letter: ShownSuratMasuk
    version: int
    disposisi: tuple[ShownDisposisi, ...]


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_surat_masuk(which: WhichSuratMasuk, ctx: ReadContext) -> SuratMasukShown:
    """Show a letter to those to whom it came and to the desk that took it in."""
    letter = letter_to_read(which.letter_id, ctx)
    tree = tree_of(letter, ctx)
    return SuratMasukShown(
        shown_surat_masuk(letter, listed_codes(ctx), ctx),
        ctx.version(SURAT_MASUK, letter.id),
        shown_tree(letter, tree, ctx),
    )
