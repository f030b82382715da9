"""The position whose aides a caller may choose: one that they hold, or of the office that they manage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.directory.domain.absence import NotYourAbsence
from functions.directory.domain.appointing import require_scope
from shared.directory.appointing import Post, load_post
from shared.permissions import Permission

if TYPE_CHECKING:
    from shared.kernel.context import ReadContext


def chief_post(position_id: str, ctx: ReadContext) -> Post:
    """Return the post. Raises RecordMissing, NotYourAbsence and OutsideYourOffice."""
    post = load_post(position_id, ctx)
    if position_id in ctx.actor.position_ids:
        return post
    manages_all = Permission.MANAGE_DIRECTORY in ctx.actor.permissions
    if not manages_all and Permission.MANAGE_OFFICE not in ctx.actor.permissions:
        raise NotYourAbsence("Minta pejabatnya sendiri, atau administrator OPD-nya.")
    require_scope(ctx.actor.organisation_id, post.path, manages_all=manages_all, reaches_beyond=False)
    return post
