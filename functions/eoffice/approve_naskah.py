"""Approve a naskah as one of its checkers: the electronic paraf."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.eoffice.domain.drafting import require_open, stands
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import NASKAH, naskah_to_read
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import RecordMissing
from shared.rules.chain import NotAsked, StepRole, StepState, approved, asked_step
from shared.values import Text


@dataclass(frozen=True, slots=True)
class NaskahToApprove:
    """Which naskah, as the caller read it, and what they say to it."""

    naskah_id: str
    version: int
    note: Annotated[str, Text(0, 500)] = ""


@dataclass(frozen=True, slots=True)
class NaskahApproved:
    """It has the paraf and lies before these; ``already`` when it had it before."""

    held_by: tuple[str, ...]
    already: bool


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotAsked, NaskahCancelled, NaskahIsSigned, Stale))
def approve_naskah(which: NaskahToApprove, ctx: Context) -> NaskahApproved:
    """Put the paraf of the caller's post under a naskah; after the last one of its order the next are asked."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    ctx.version(NASKAH, naskah.id)
    position_id = ctx.actor.position_id

    require_open(naskah)
    own = next((it for it in naskah.chain if it.position_id == position_id and it.role is StepRole.CHECK), None)
    if own and own.state is StepState.APPROVED:
        return NaskahApproved(naskah.held_by, already=True)
    step = asked_step(naskah.chain, position_id, StepRole.CHECK)
    chain = approved(naskah.chain, step, ctx.actor.id, ctx.actor.name, ctx.now, which.note)
    after = stands(replace(naskah, chain=chain))

    move(naskah, after, Verdict.APPROVED, ctx, seen=which.version, note=which.note)
    return NaskahApproved(after.held_by, already=False)
