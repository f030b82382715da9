"""List the roles with what each allows."""

from __future__ import annotations

from dataclasses import dataclass

from shared.directory.model import HAVING_ROLES, POSITIONS
from shared.directory.roles import all_roles
from shared.directory.standing import ROLES
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission

_COUNTED = 1000
_RIGHT = "the right to manage roles"


@dataclass(frozen=True, slots=True)
class ListedRole:
    """A role; ``positions`` have it, counted to a thousand, and ``version`` goes back with a change."""

    id: str
    name: str
    permissions: tuple[Permission, ...]
    is_base: bool
    positions: int
    version: int


@dataclass(frozen=True, slots=True)
class ListedRoles:
    """All roles in order of name."""

    items: tuple[ListedRole, ...]


@query(permission=Permission.MANAGE_ROLES)
def list_roles(ctx: ReadContext) -> ListedRoles:
    """List the roles, what each allows and how many positions have it."""
    roles = sorted(all_roles(ctx).values(), key=lambda role: role.name)

    return ListedRoles(
        tuple(
            ListedRole(
                role.id,
                role.name,
                tuple(it for it in Permission if it in role.allowed),
                role.is_base,
                ctx.count(POSITIONS, HAVING_ROLES, tokens=(role.id,), up_to=_COUNTED, right_from=_RIGHT),
                ctx.version(ROLES, role.id),
            )
            for role in roles
        ),
    )
