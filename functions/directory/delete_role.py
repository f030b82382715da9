"""Delete a role that no position has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from functions.directory.domain.roles import RoleInUse, RoleOfRelease, require_deletable
from functions.directory.edited_role import known_role
from shared.accounts.proof import ProofNeeded, require_recent_proof
from shared.directory.model import HAVING_ROLES, POSITIONS
from shared.directory.roles import all_roles
from shared.directory.standing import ROLES
from shared.kernel.catalogue import operation
from shared.kernel.context import Context
from shared.kernel.problems import Stale
from shared.permissions import Permission
from shared.refusals import RecordMissing

_NAMED = 4


@dataclass(frozen=True, slots=True)
class RoleToDelete:
    """Which role, and the version that the caller saw."""

    role_id: str
    version: int


@dataclass(frozen=True, slots=True)
class RoleDeleted:
    """The role can be given to nobody any more."""

    role_id: str


@operation(permission=Permission.MANAGE_ROLES, refuses=(ProofNeeded, RecordMissing, RoleInUse, RoleOfRelease, Stale))
def delete_role(which: RoleToDelete, ctx: Context) -> RoleDeleted:
    """Delete a role of the office's own that no position has."""
    require_recent_proof(ctx)
    role = known_role(which.role_id, all_roles(ctx))
    ctx.find(ROLES, role.id, right_from="the right to manage roles")
    having = ctx.list(POSITIONS, HAVING_ROLES, tokens=(role.id,), limit=_NAMED, right_from="the right to manage roles")

    titles = [position.title for _, position in having.items]
    require_deletable(is_base=role.is_base, positions=titles, more=having.next_cursor is not None)

    ctx.put(ROLES, replace(role, deleted=True), seen=which.version)
    return RoleDeleted(role.id)
