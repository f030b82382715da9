"""Give up a naskah that was not signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.eoffice.domain.drafting import cancelled, require_drafter
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned, NaskahState, NotDrafter
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import naskah_to_read
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.register import NumberCancelled, NumberIssued, cancel_number, find_entry
from shared.values import Text


@dataclass(frozen=True, slots=True)
class NaskahToCancel:
    """Which naskah, and why."""

    naskah_id: str
    reason: Annotated[str, Text(3, 200)]


@dataclass(frozen=True, slots=True)
class NaskahGivenUp:
    """It goes no further; ``already`` when it had been given up before."""

    already: bool


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotDrafter, NaskahCancelled, NaskahIsSigned, NumberCancelled, NumberIssued),
)
def cancel_naskah(which: NaskahToCancel, ctx: Context) -> NaskahGivenUp:
    """Give up a naskah that the caller drafts; those who have it are asked no more."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    entry = find_entry(naskah.signing.entry, ctx) if naskah.signing else None

    if naskah.state is NaskahState.CANCELLED:
        return NaskahGivenUp(already=True)
    require_drafter(naskah, ctx.actor.id)

    if entry:
        cancel_number(entry, which.reason, ctx)
    move(naskah, cancelled(naskah, which.reason), Verdict.CANCELLED, ctx, note=which.reason)
    return NaskahGivenUp(already=False)
