"""List which roles give their rights only to who has a second step."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.roles import all_roles
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class RoleDemand:
    """A role, and whether it demands it."""

    role_id: str
    name: str
    demanded: bool


@dataclass(frozen=True, slots=True)
class RoleDemands:
    """All roles in order of name."""

    items: tuple[RoleDemand, ...]


@query(permission=Permission.MANAGE_DIRECTORY)
def list_second_step_demands(ctx: ReadContext) -> RoleDemands:
    """List all roles and whether they demand a second step."""
    roles = sorted(all_roles(ctx).values(), key=lambda role: role.name)
    return RoleDemands(tuple(RoleDemand(role.id, role.name, role.demands_second_step) for role in roles))
