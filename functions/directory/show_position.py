"""Show a position and everybody who held, holds and will hold it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from functions.directory.managed import manages_all, may_manage, reaches_beyond
from functions.directory.posts import PositionHolder, holders_of
from shared.directory.appointing import load_post
from shared.directory.model import POSITIONS, SEATS
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.refusals import RecordMissing
from shared.rules.calendar import wib_date
from shared.values import Day


@dataclass(frozen=True, slots=True)
class PositionOnDay:
    """Which position, as of which day; today when none is given."""

    position_id: str
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class ShownPosition:
    """A position with its holders, the latest first; vacant when nobody holds it on the day, not even acting.

    ``version`` is that of the seat, for whoever ends an appointment; ``position_version`` for whoever edits the
    position. ``roles`` are shown to who ``manages`` it.
    """

    id: str
    title: str
    rank_class: str
    organisation_id: str
    organisation_name: str
    ends_on: date | None
    roles: tuple[str, ...]
    holders: tuple[PositionHolder, ...]
    vacant: bool
    manages: bool
    version: int
    position_version: int


@query(permission=Permission.READ_DIRECTORY, refuses=(RecordMissing,))
def show_position(asked: PositionOnDay, ctx: ReadContext) -> ShownPosition:
    """Show a position with its history and who holds it on a day."""
    post = load_post(asked.position_id, ctx)
    day = asked.day or wib_date(ctx.now)

    holders = holders_of(post.seat, day, ctx)
    reserved = reaches_beyond(post.position.roles, ctx) and not manages_all(ctx)
    manages = may_manage(post.path, ctx) and not reserved
    return ShownPosition(
        post.position.id,
        post.position.title,
        post.position.rank_class,
        post.organisation.id,
        post.organisation.name,
        post.last_day,
        post.position.roles if manages else (),
        holders,
        vacant=not any(it.holds for it in holders),
        manages=manages,
        version=ctx.version(SEATS, post.position.id),
        position_version=ctx.version(POSITIONS, post.position.id),
    )
