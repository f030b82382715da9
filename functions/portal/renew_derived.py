"""Carry on the job that makes anew what follows from other records."""

from __future__ import annotations

from shared.events.portal import RebuildMoved
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context
from shared.rebuild.renew import renew


@reaction(to=RebuildMoved)
def renew_derived(moved: RebuildMoved, ctx: Context) -> None:
    """Make the next records anew where the store says otherwise."""
    renew(moved, ctx)
