"""Write anew what is shown of people whose posts have changed."""

from __future__ import annotations

from shared.directory.projecting import outdated_projections
from shared.events.directory import HoldersTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context


@reaction(to=HoldersTouched)
def rewrite_holders(touched: HoldersTouched, ctx: Context) -> None:
    """Write the standings and search cards of these people from what the directory says now."""
    changes = [change for person_id in touched.person_ids for change in outdated_projections(person_id, ctx)]

    for change in changes:
        change.write(ctx)
