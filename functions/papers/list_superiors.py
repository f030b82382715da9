"""List in whose name an official may sign."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.superiors import superiors_of
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.letterheads import REGENCY
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class WhoseSuperiors:
    """Who is to sign."""

    person_id: str


@dataclass(frozen=True, slots=True)
class ListedSuperiors:
    """The titles of those above the post in which they would sign, the nearest first; none for somebody elsewhere."""

    titles: tuple[str, ...]


@query(permission=Permission.MANAGE_OFFICE)
def list_superiors(asked: WhoseSuperiors, ctx: ReadContext) -> ListedSuperiors:
    """List who stands above a signer of the caller's office, for a.n. and u.b."""
    held = [
        it for it in ctx.directory.positions_of(asked.person_id) if it.organisation_id in ctx.actor.organisation_path
    ]
    if not held:
        return ListedSuperiors(())
    above = superiors_of(held[0].position_id, (*held[0].organisation_path, REGENCY), ctx)
    return ListedSuperiors(tuple(it.title for it in above))
