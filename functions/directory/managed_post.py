"""The position that an administrator acts on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.appointing import require_scope
from functions.directory.managed import manages_all, reaches_beyond
from shared.directory.appointing import Post, load_post

if TYPE_CHECKING:
    from shared.kernel.context import Context


def managed_post(position_id: str, ctx: Context) -> Post:
    """Return a position that the caller manages. Raises RecordMissing, OutsideYourOffice and PostOfTheRegency."""
    post = load_post(position_id, ctx)
    require_scope(
        ctx.actor.organisation_id,
        post.path,
        manages_all=manages_all(ctx),
        reaches_beyond=reaches_beyond(post.position.roles, ctx),
    )
    return post


def require_no_regency_rights(post: Post, ctx: Context) -> None:
    """Refuse to give a post whose rights reach beyond one office, unless the caller manages the regency."""
    reaches = reaches_beyond(post.position.roles, ctx)
    require_scope(post.path[0], post.path, manages_all=manages_all(ctx), reaches_beyond=reaches)
