"""Change a role's name and what it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from functions.directory.domain.roles import RoleNameTaken, require_free_name
from functions.directory.edited_role import known_role
from shared.accounts.administrators import ADMINISTRATION, LastAdministrator, require_administrator_left
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.roles import all_roles
from shared.directory.standing import ROLES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Text


@dataclass(frozen=True, slots=True)
class RoleToEdit:
    """A role's name and all that it allows from now on, and the version that the caller saw."""

    role_id: str
    name: Annotated[str, Text(1, 80)]
    permissions: tuple[Permission, ...]
    version: int


@dataclass(frozen=True, slots=True)
class RoleEdited:
    """The role is changed for everybody who has it."""

    role_id: str


@operation(
    permission=Permission.MANAGE_ROLES,
    refuses=(RecordMissing, ProofNeeded, RoleNameTaken, LastAdministrator, Stale),
)
def edit_role(edited: RoleToEdit, ctx: Context) -> RoleEdited:
    """Change what a role allows; the positions that have it follow by themselves."""
    require_recent_proof(ctx)
    roles = all_roles(ctx)
    before = known_role(edited.role_id, roles)
    ctx.find(ROLES, before.id, right_from="the right to manage roles")

    require_free_name(edited.name, (role.name for role in roles.values() if role.id != before.id))
    after = replace(before, name=edited.name).allowing(frozenset(edited.permissions))
    to_be = {**roles, after.id: after}.values()
    left = require_administrator_left(ctx, lambda _: False, wib_date(ctx.now), to_be)

    ctx.put(ROLES, after, seen=edited.version)
    if left is not None:
        ctx.put(ADMINISTRATION, left)
    return RoleEdited(after.id)
