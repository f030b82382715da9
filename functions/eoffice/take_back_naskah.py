"""Take a naskah back from its checkers, to go on drafting it."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.drafting import given_back, require_drafter
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned, NaskahState, NotDrafter
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import WhichNaskah, naskah_to_read
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class NaskahTakenBack:
    """It is a draft again; ``already`` when it was before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotDrafter, NaskahCancelled, NaskahIsSigned))
def take_back_naskah(which: WhichNaskah, ctx: Context) -> NaskahTakenBack:
    """Take a naskah that the caller drafts back from those before whom it lies; what they approved counts no more."""
    naskah = naskah_to_read(which.naskah_id, ctx)

    require_drafter(naskah, ctx.actor.id)
    if naskah.state is NaskahState.DRAFTED:
        return NaskahTakenBack(already=True)

    move(naskah, given_back(naskah, ""), Verdict.TAKEN_BACK, ctx)
    return NaskahTakenBack(already=False)
