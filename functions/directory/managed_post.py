"""The position that an administrator acts on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.appointing import require_scope
from shared.directory.appointing import Post, load_post
from shared.directory.standing import ROLES
from shared.permissions import OF_THE_REGENCY, Permission

if TYPE_CHECKING:
    from shared.kernel.context import Context


def managed_post(position_id: str, ctx: Context) -> Post:
    """Return a position that the caller manages. Raises RecordMissing, OutsideYourOffice and PostOfTheRegency."""
    post = load_post(position_id, ctx)
    roles = (ctx.find(ROLES, role_id, right_from="the position that has it") for role_id in post.position.roles)
    require_scope(
        ctx.actor.organisation_id,
        post.path,
        manages_all=Permission.MANAGE_DIRECTORY in ctx.actor.permissions,
        reaches_beyond=any(not OF_THE_REGENCY.isdisjoint(role.permissions) for role in roles if role is not None),
    )
    return post
