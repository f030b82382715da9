"""Write a naskah: the draft as it is typed, and what a checker changes of it while it is their turn."""

from __future__ import annotations

from dataclasses import dataclass

from functions.eoffice.domain.drafting import require_in_hand, written
from functions.eoffice.domain.klasifikasi import check_klasifikasi
from functions.eoffice.domain.naskah import (
    NaskahCancelled,
    NaskahInChain,
    NaskahIsSigned,
    NaskahSays,
    NaskahState,
    NotDrafter,
)
from functions.eoffice.domain.naskah_checks import check_typed
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.klasifikasi import listed_codes
from functions.eoffice.naskah import NASKAH, naskah_to_read
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.limits import PerActor
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing


@dataclass(frozen=True, slots=True)
class NaskahToWrite:
    """Which naskah, as the caller saw it, and what it says now."""

    naskah_id: str
    version: int
    says: NaskahSays


@dataclass(frozen=True, slots=True)
class NaskahWritten:
    """The version that the next text is written over."""

    version: int


@operation(
    permission=SIGNED_IN,
    refuses=(RecordMissing, NotDrafter, NaskahInChain, NaskahCancelled, NaskahIsSigned, Stale),
    limit=PerActor(per_minute=120, burst=60),
)
def write_naskah(typed: NaskahToWrite, ctx: Context) -> NaskahWritten:
    """Keep what is typed; another's text since then is not written over."""
    naskah = naskah_to_read(typed.naskah_id, ctx)
    before = ctx.version(NASKAH, naskah.id)

    require_in_hand(naskah, ctx.actor.id, ctx.actor.position_id)
    check_typed(typed.says, naskah)
    check_klasifikasi(typed.says.klasifikasi, listed_codes(ctx), "/says/klasifikasi")
    after = written(naskah, typed.says, ctx.actor.name, ctx.now)

    if after == naskah:
        return NaskahWritten(before)
    if naskah.state is NaskahState.DRAFTED:
        ctx.put(NASKAH, after, seen=typed.version)
    else:
        move(naskah, after, Verdict.CHANGED, ctx, seen=typed.version)
    return NaskahWritten(before + 1)
