"""Add a checker to a naskah on its way: right after the caller, before who would come next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.eoffice.domain.drafting import require_open, stands
from functions.eoffice.domain.naskah import NaskahCancelled, NaskahIsSigned
from functions.eoffice.domain.naskah_decision import Verdict
from functions.eoffice.naskah import NASKAH, naskah_to_read, title_of
from functions.eoffice.naskah_moves import move
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import SIGNED_IN
from shared.refusals import InvalidField, RecordMissing
from shared.rules.chain import NotAsked, StepRole, asked_turn, begun_at, with_checker


@dataclass(frozen=True, slots=True)
class CheckerToAdd:
    """Which naskah, as the caller read it, and which post is to check it too."""

    naskah_id: str
    version: int
    position_id: str


@dataclass(frozen=True, slots=True)
class CheckerAdded:
    """The post is in the chain; these have the naskah now."""

    title: str
    held_by: tuple[str, ...]


@operation(permission=SIGNED_IN, refuses=(RecordMissing, NotAsked, NaskahCancelled, NaskahIsSigned, Stale))
def add_checker(which: CheckerToAdd, ctx: Context) -> CheckerAdded:
    """Have one more post check a naskah: after a checker's own paraf, or at once before who is to sign."""
    naskah = naskah_to_read(which.naskah_id, ctx)
    ctx.version(NASKAH, naskah.id)
    title = title_of(which.position_id, ctx)

    require_open(naskah)
    step = asked_turn(naskah.chain, ctx.actor.position_id)
    if not title:
        raise InvalidField("/position_id", "Pilih jabatan yang masih ada.")
    chain = with_checker(naskah.chain, step, which.position_id, title)
    if step.role is StepRole.SIGN:  # who signs waits until it has been checked
        chain = begun_at(chain, step.order, ctx.now)
    after = stands(replace(naskah, chain=chain))

    move(naskah, after, Verdict.CHECKER_ADDED, ctx, seen=which.version, note=title)
    return CheckerAdded(title, after.held_by)
