"""Add a role of the office's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from functions.directory.domain.roles import RoleNameTaken, require_free_name
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.roles import all_roles
from shared.directory.standing import ROLES, Role
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.permissions import Permission
from shared.values import Text


@dataclass(frozen=True, slots=True)
class RoleToAdd:
    """The role's name and all that it allows."""

    name: Annotated[str, Text(1, 80)]
    permissions: tuple[Permission, ...]


@dataclass(frozen=True, slots=True)
class RoleAdded:
    """The role, which positions can be given now."""

    role_id: str


@operation(permission=Permission.MANAGE_ROLES, refuses=(ProofNeeded, RoleNameTaken))
def add_role(added: RoleToAdd, ctx: Context) -> RoleAdded:
    """Add a role with its permissions."""
    require_recent_proof(ctx)
    # A query in a command: whether a name is taken is known by the roles alone.
    roles = all_roles(ctx)

    require_free_name(added.name, (role.name for role in roles.values()))

    role = Role(ctx.new_id(), added.name).allowing(frozenset(added.permissions))
    ctx.create(ROLES, role)
    return RoleAdded(role.id)
