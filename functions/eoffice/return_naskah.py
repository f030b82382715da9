"""Give a naskah back: to who drafted it, or to the checkers before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated

from functions.eoffice.domain.drafting import given_back, require_open, stands
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import NASKAH, naskah_to_read
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.chain import NotAsked, asked_turn, back_to_previous
from shared.values import Text


class BackTo(StrEnum):
    """To whom it goes back."""

    DRAFTER = "drafter"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class NaskahToReturn:
    """Which naskah, as the caller read it, to whom it goes back, and what is to be changed."""

    naskah_id: str
    version: int
    to: BackTo
    note: Annotated[str, Text(3, 1000)]


@dataclass(frozen=True, slots=True)
class NaskahReturned:
    """These have it now."""

    held_by: tuple[str, ...]


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotAsked, NaskahCancelled, NaskahIsSigned, Stale))
def return_naskah(which: NaskahToReturn, ctx: Context) -> NaskahReturned:
    """Give a naskah back as one whose turn it is, whether to check or to sign."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    ctx.version(NASKAH, naskah.id)

    require_open(naskah)
    step = asked_turn(naskah.chain, ctx.actor.position_id)
    if which.to is BackTo.PREVIOUS:
        after = stands(replace(naskah, chain=back_to_previous(naskah.chain, step, ctx.now)))
        verdict = Verdict.RETURNED_TO_PREVIOUS
    else:
        after, verdict = given_back(naskah, which.note), Verdict.RETURNED

    move(naskah, after, verdict, ctx, seen=which.version, note=which.note)
    return NaskahReturned(after.held_by)
