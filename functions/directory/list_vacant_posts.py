"""List the posts that nobody holds today, not even acting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from functions.directory.managed import RIGHT
from shared.directory.directory import path_of
from shared.directory.model import BY_FREE_DAY, ORGANISATIONS, POSITIONS, SEATS, Seat
from shared.kernel.catalogue import query
from shared.kernel.context import ReadContext
from shared.permissions import Permission
from shared.rules.calendar import wib_date

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class VacantPostsOf:
    """Of which organisation and those below it; of all when none is given."""

    organisation_id: str = ""
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class VacantPost:
    """A post without a holder; ``vacant_since`` is None where nobody ever held it."""

    position_id: str
    title: str
    rank_class: str
    organisation_id: str
    organisation_name: str
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class VacantPosts:
    """Some of the vacant posts; ``next_cursor`` asks for further ones."""

    items: tuple[VacantPost, ...]
    next_cursor: str | None


@query(permission=Permission.READ_DIRECTORY)
def list_vacant_posts(asked: VacantPostsOf, ctx: ReadContext) -> VacantPosts:
    """List the vacant posts of an organisation and those below it, or of all."""
    today = wib_date(ctx.now)
    tomorrow = (today + timedelta(days=1)).isoformat()
    found: list[VacantPost] = []
    cursor: str | None = asked.cursor or None
    while True:
        page = ctx.list(SEATS, BY_FREE_DAY, high=tomorrow, cursor=cursor, limit=_AT_ONCE, right_from=RIGHT)
        vacant = (_vacant(seat, today, asked.organisation_id, ctx) for _, seat in page.items)
        found.extend(it for it in vacant if it is not None)
        cursor = page.next_cursor
        if found or cursor is None:
            return VacantPosts(tuple(found), cursor)


def _vacant(seat: Seat, today: date, organisation_id: str, ctx: ReadContext) -> VacantPost | None:
    """Return the post where it exists and nobody holds it: a holder may have begun since the seat was written."""
    position = ctx.find(POSITIONS, seat.position_id, right_from=RIGHT)
    office = ctx.find(ORGANISATIONS, position.organisation_id, right_from=RIGHT) if position else None
    if position is None or office is None or any(it.holds_on(today) for it in seat.appointments):
        return None
    if any(day is not None and day < today for day in (position.ends_on, office.ends_on)):
        return None
    path = path_of(office, lambda key: ctx.find(ORGANISATIONS, key, right_from=RIGHT))
    if organisation_id and organisation_id not in path:
        return None
    last_days = [it.ends_on for it in seat.appointments if it.ends_on is not None and it.ends_on < today]
    since = max(last_days) + timedelta(days=1) if last_days else None
    return VacantPost(position.id, position.title, position.rank_class, office.id, office.name, since)
