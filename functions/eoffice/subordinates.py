"""Who is below a post today, as disposisi go."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from functions.eoffice.addressees import posts_of, stands_on
from functions.eoffice.domain.below import Rung, below, leads_all
from shared.directory.model import BY_PARENT, BY_RANK, ORGANISATIONS, POSITIONS
from shared.directory.walking import walk
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.directory.model import Position
    from shared.kernel.context import ReadContext

_OF_HEADS = ("II.a", "II.b", "III.a")  # of OPD and bagian, and camat


def rung_of(position_id: str, ctx: ReadContext) -> Rung:
    """Return a post as the tree sees it. Raises RecordMissing."""
    body = ctx.ports.cached.get(POSITIONS.stored, position_id)
    if body is None:
        raise RecordMissing("Jabatan ini tidak ada lagi.")
    return _rung(POSITIONS.read(body))


def subordinates(giver: Rung, ctx: ReadContext) -> list[Rung]:
    """Return the posts below a giver; they may be a minute old."""
    posts = [*posts_of(giver.organisation_id, ctx), *_in_offices_below(giver.organisation_id, ctx)]
    if leads_all(giver):
        posts += _heads_of_all(ctx)
    return below(giver, {it.id: _rung(it) for it in posts}.values())


def _in_offices_below(organisation_id: str, ctx: ReadContext) -> Iterator[Position]:
    for office in walk(ctx.ports.cached, ORGANISATIONS, BY_PARENT, organisation_id):
        yield from posts_of(office.id, ctx)
        yield from _in_offices_below(office.id, ctx)


def _heads_of_all(ctx: ReadContext) -> list[Position]:
    day = wib_date(ctx.now)
    found = chain.from_iterable(walk(ctx.ports.cached, POSITIONS, BY_RANK, it) for it in _OF_HEADS)
    posts = [it for it in found if it.ends_on is None or it.ends_on >= day]
    offices = {it.organisation_id for it in posts}
    standing = {
        it for it in offices if stands_on(day, it, ctx)
    }  # the posts of a dissolved one have no end of their own
    return [it for it in posts if it.organisation_id in standing]


def _rung(position: Position) -> Rung:
    return Rung(position.id, position.title, position.rank_class, position.organisation_id)
