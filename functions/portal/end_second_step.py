"""Turn one's own second step off."""

from __future__ import annotations

from dataclasses import dataclass

from functions.portal.domain.second_step import SecondStepDemanded
from functions.portal.no_second_step import without_second_step
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.model import PERSONS
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import SIGNED_IN

_OWN = "the caller's own second step"


@dataclass(frozen=True, slots=True)
class SecondStepToEnd:
    """Nothing: the caller's own."""


@dataclass(frozen=True, slots=True)
class SecondStepEnded:
    """Signing in asks for the password alone; ``already`` when it did before."""

    already: bool


@operation(permission=SIGNED_IN, refuses=(ProofNeeded, SecondStepDemanded))
def end_second_step(_: SecondStepToEnd, ctx: Context) -> SecondStepEnded:
    """Turn the caller's second step off, where no role of theirs demands it."""
    require_recent_proof(ctx)
    person = ctx.get(PERSONS, ctx.actor.id, right_from=_OWN)
    if not person.second_step:
        return SecondStepEnded(already=True)
    if any(ctx.directory.demands_second_step(held) for held in ctx.directory.positions_of(person.id)):
        raise SecondStepDemanded("Untuk pindah ponsel, minta administrator Anda mengatur ulang kode dua langkah.")
    write = without_second_step(person, ctx, _OWN)

    write()
    return SecondStepEnded(already=False)
