"""List the roles that the caller may give to a position."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.managed import RIGHT, manages_all
from shared.directory.standing import BY_NAME, ROLES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import OF_THE_REGENCY, Permission


@dataclass(frozen=True, slots=True)
class GrantableRole:
    """A role by its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class GrantableRoles:
    """The roles in order of name."""

    items: tuple[GrantableRole, ...]


@query(permission=Permission.MANAGE_OFFICE)
def list_grantable_roles(ctx: ReadContext) -> GrantableRoles:
    """List the roles that the caller may give: who manages one office, none that reach beyond it."""
    roles = ctx.every(ROLES, BY_NAME, right_from=RIGHT)
    return GrantableRoles(
        tuple(
            GrantableRole(role.id, role.name)
            for _, role in roles
            if manages_all(ctx) or OF_THE_REGENCY.isdisjoint(role.permissions)
        )
    )
