"""Make anew everything that follows from other records."""

from __future__ import annotations

from dataclasses import dataclass

from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.rebuild.begin import begin
from shared.rebuild.derivation import all_derivations
from shared.rebuild.state import stored_state


@dataclass(frozen=True, slots=True)
class DerivedToRebuild:
    """Nothing: it is all made anew, for what is right stays as it is."""


@dataclass(frozen=True, slots=True)
class RebuildStarted:
    """The job that does it; ``already`` when it was at work before."""

    job_id: str
    already: bool


@operation(permission=Permission.WATCH_SYSTEM)
def rebuild_derived(_: DerivedToRebuild, ctx: Context) -> RebuildStarted:
    """Start the job that compares standings, search cards, seats and readers with their sources, and mends them."""
    state = stored_state(ctx)

    begun = begin(list(all_derivations().values()), state, ctx)
    return RebuildStarted(begun.job_id, begun.already)
