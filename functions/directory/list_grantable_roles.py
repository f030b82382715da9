"""List the roles that the caller may give to a position."""

from __future__ import annotations

from dataclasses import dataclass

from functions.directory.managed import manages_all
from shared.directory.roles import all_roles
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
    roles = sorted(all_roles(ctx).values(), key=lambda role: role.name)

    return GrantableRoles(
        tuple(
            GrantableRole(role.id, role.name)
            for role in roles
            if manages_all(ctx) or OF_THE_REGENCY.isdisjoint(role.allowed)
        )
    )
