"""Write anew what is shown of people whose posts have changed."""

from __future__ import annotations

from functions.directory.managed import RIGHT
from shared.directory.model import PERSONS
from shared.directory.projecting import Changed, project, write_projection
from shared.events.directory import HoldersTouched
from shared.kernel.catalogue import reaction
from shared.kernel.context import Context


@reaction(to=HoldersTouched)
def rewrite_holders(touched: HoldersTouched, ctx: Context) -> None:
    """Write the standings and search cards of these people from what the directory says now."""
    people = [it for it in touched.person_ids if ctx.find(PERSONS, it, right_from=RIGHT) is not None]

    projections = [project(person_id, Changed(), ctx) for person_id in people]

    for projection in projections:
        write_projection(projection, ctx)
