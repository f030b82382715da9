"""The person on whose account an administrator acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.portal.domain.account import require_reach
from shared.directory.model import PERSONS, Person
from shared.directory.standing import ROLES, STANDINGS, role_of
from shared.permissions import OF_THE_REGENCY, Permission
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext

_RIGHT = "the right to manage the person's office"


def managed_person(person_id: str, ctx: ReadContext) -> Person:
    """Return a person whose account the caller manages.

    Raises RecordMissing, PersonOutsideYourOffice and PersonOfTheRegency.
    """
    person = ctx.get(PERSONS, person_id, right_from=_RIGHT)
    standing = ctx.find(STANDINGS, person_id, right_from=_RIGHT) or ctx.directory.standing(person_id)
    today = wib_date(ctx.now)
    held = [it for it in (standing.held if standing else ()) if it.ends_on is None or today <= it.ends_on]
    role_ids = {role for it in held for role in it.roles}
    roles = (role_of(role_id, ctx.find(ROLES, role_id, right_from=_RIGHT)) for role_id in role_ids)
    require_reach(
        ctx.actor.organisation_id,
        tuple(it.organisation_path for it in held),
        manages_all=Permission.MANAGE_DIRECTORY in ctx.actor.permissions,
        reaches_beyond=any(not OF_THE_REGENCY.isdisjoint(role.allowed) for role in roles if role is not None),
    )
    return person
