"""To whom the desk of an office may route letters today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eoffice.domain.routing import SEKDA_CLASS, Post, in_order, require_post
from functions.eoffice.domain.surat_masuk import Addressee
from shared.directory.model import BY_ORGANISATION, ORGANISATIONS, POSITIONS
from shared.directory.walking import walk
from shared.letterheads import REGENCY
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from datetime import date

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext


def addressees(ctx: ReadContext, organisation_path: tuple[str, ...] = ()) -> list[Post]:
    """Return the posts to which a desk may route, its own office's first; they may be a minute old.

    It is the caller's, unless an office is named with those above it.
    """
    path = organisation_path or ctx.actor.organisation_path
    found = [(it, depth) for depth, office in enumerate(path) for it in posts_of(office, ctx)]
    if any(it.rank_class == SEKDA_CLASS for it, _ in found):
        found += [(it, len(path)) for it in posts_of(REGENCY, ctx)]
    return in_order(Post(it.id, it.title, it.rank_class, it.organisation_id, depth) for it, depth in found)


def addressee_of(position_id: str, ctx: ReadContext) -> Addressee:
    """Return the post to which a desk routes a letter. Raises InvalidField where it may not."""
    post = require_post(addressees(ctx), position_id)
    return Addressee(post.position_id, post.title)


def posts_of(organisation_id: str, ctx: ReadContext) -> list[Position]:
    """Return the posts of an office that exist today; none of an office that is dissolved."""
    day = wib_date(ctx.now)
    if not stands_on(day, organisation_id, ctx):
        return []
    found = walk(ctx.ports.cached, POSITIONS, BY_ORGANISATION, organisation_id)
    return [it for it in found if it.ends_on is None or it.ends_on >= day]


def stands_on(day: date, organisation_id: str, ctx: ReadContext) -> bool:
    """Whether an office exists on a day."""
    body = ctx.ports.cached.get(ORGANISATIONS.stored, organisation_id)
    office = ORGANISATIONS.read(body) if body else None
    return office is not None and (office.ends_on is None or office.ends_on >= day)
