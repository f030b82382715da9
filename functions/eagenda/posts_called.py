"""The posts that a few typed words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.eagenda.domain.post_words import is_called, prefixes
from functions.eagenda.holders import RIGHT
from shared.directory.found_people import cards_with
from shared.directory.model import IN_ORDER_OF_TITLE, ORGANISATIONS, POSITIONS
from shared.directory.standing import STANDINGS

if TYPE_CHECKING:
    from datetime import date

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext

_LOOKED_AT = 30


def posts_called(text: str, day: date, ctx: ReadContext) -> list[tuple[Position, str]]:
    """Return the posts of a day that are called so, each with the name of its office: some dozens are looked at."""
    found = _posts(text, day, ctx)
    bodies = ctx.ports.records.get_many(ORGANISATIONS.stored, {it.organisation_id for it in found})
    offices = {key: ORGANISATIONS.read(body).name for key, body in bodies.items()}
    named = (
        (it, offices[it.organisation_id])
        for it in found
        if it.organisation_id in offices and (it.ends_on is None or it.ends_on >= day)
    )
    return [(it, office) for it, office in named if is_called(text, it.title, office)]


def _posts(text: str, day: date, ctx: ReadContext) -> list[Position]:
    cards, _ = cards_with(text, _LOOKED_AT, ctx)
    bodies = ctx.ports.records.get_many(STANDINGS.stored, [it.person_id for it in cards])
    held = {post.position_id for body in bodies.values() for post in STANDINGS.read(body).on(day)}
    posts = {key: POSITIONS.read(body) for key, body in ctx.ports.records.get_many(POSITIONS.stored, held).items()}
    for low, high in prefixes(text):
        page = ctx.list(POSITIONS, IN_ORDER_OF_TITLE, low=low, high=high, limit=_LOOKED_AT, right_from=RIGHT)
        posts |= dict(page.items)
    return list(posts.values())
