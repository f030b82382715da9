"""Show a naskah to who drafts it and to those whose turn it is or was."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.naskah import NASKAH, WhichNaskah, naskah_to_read
from functions.eoffice.shown_naskah import ShownNaskah, shown_naskah
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class NaskahShown:
    """The naskah, and the version that a change of it is written over."""

    naskah: ShownNaskah
    version: int


@query(permission=SIGNED_IN, refuses=(RecordMissing,))
def show_naskah(which: WhichNaskah, ctx: ReadContext) -> NaskahShown:
    """Show a naskah with its chain and its thread."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    return NaskahShown(shown_naskah(naskah, ctx), ctx.version(NASKAH, naskah.id))
