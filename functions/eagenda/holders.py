"""Who holds the posts that E-Agenda invites, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from functions.eagenda.domain.invitees import InvitedPost
from shared.directory.appointing import load_seat
from shared.directory.model import (
    BY_ORGANISATION,
    BY_PARENT,
    BY_RANK,
    OF_ORGANISATION,
    OF_RANK_IN_OFFICE,
    ORGANISATIONS,
    POSITIONS,
    SEATS,
)
from shared.directory.standing import STANDINGS, find_standing
from shared.rules.appointment import AppointmentKind
from shared.rules.rank_class import RANK_CLASSES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from shared.directory.model import Position, Seat
    from shared.directory.standing import Standing
    from shared.kernel.context import ReadContext

_HEADS = RANK_CLASSES[: RANK_CLASSES.index("III.a") + 1]  # of an OPD II.a or II.b, of a kecamatan III.a (PP 72/2019)
RIGHT = "the right to invite people of the whole regency"


@dataclass(frozen=True, slots=True)
class FoundInvitee:
    """A person who may be invited, in the post that they hold on the day; with a position it is the post's holder."""

    person_id: str
    name: str
    position_title: str
    organisation_name: str
    position_id: str = ""


def invitee(person_id: str, day: date, ctx: ReadContext, *, position_id: str = "") -> FoundInvitee | None:
    """Return a person as they stand on a day, in a certain post or in their first; None for nobody."""
    standing = find_standing(ctx.ports.cached, person_id, ctx.now)
    return _standing_on(day, standing, position_id) if standing else None


def invitees_on(asked: Collection[tuple[str, str]], day: date, ctx: ReadContext) -> list[FoundInvitee]:
    """Return many as `invitee` does, each a person with the post that is meant or ""; few questions to the store.

    Nobody is passed over.
    """
    bodies = ctx.ports.records.get_many(STANDINGS.stored, {person_id for person_id, _ in asked})
    found = {key: STANDINGS.read(body) for key, body in bodies.items()}
    each = ((found.get(key) or find_standing(ctx.ports.cached, key, ctx.now), post) for key, post in asked)
    return [_standing_on(day, standing, post) for standing, post in each if standing is not None]


def _standing_on(day: date, standing: Standing, position_id: str) -> FoundInvitee:
    held = sorted(standing.on(day), key=lambda it: it.position_id != position_id)
    post = held[0] if held else None
    title, office = (post.position_title, post.organisation_name) if post else ("", "")
    return FoundInvitee(standing.person_id, standing.name, title, office, position_id)


def holder_on(position: Position, day: date, ctx: ReadContext) -> str:
    """Return who holds a post on a day: who acts for an absent holder before the holder; "" while it is vacant."""
    return _holding(load_seat(position, ctx), day)


def holders_on(positions: Collection[Position], day: date, ctx: ReadContext) -> dict[str, str]:
    """Return who holds each of these posts on a day, as `holder_on` does; few questions to the store."""
    bodies = ctx.ports.records.get_many(SEATS.stored, [it.id for it in positions])
    found = {key: SEATS.read(body) for key, body in bodies.items()}
    return {it.id: _holding(found.get(it.id) or load_seat(it, ctx), day) for it in positions}


def _holding(seat: Seat, day: date) -> str:
    holding = [it for it in seat.appointments if it.holds_on(day)]
    acting = [it for it in holding if it.kind is AppointmentKind.PLH]
    return (acting or holding)[0].person_id if holding else ""


def invited_post(position_id: str, day: date, ctx: ReadContext) -> InvitedPost | None:
    """Return a post with its holder of the day; None for one that does not exist on it."""
    position = ctx.find(POSITIONS, position_id, right_from=RIGHT)
    if position is None or (position.ends_on is not None and position.ends_on < day):
        return None
    return InvitedPost(position_id, holder_on(position, day, ctx))


def first_post(organisation_id: str, day: date, ctx: ReadContext) -> Position | None:
    """Return the highest post of an organisation: one question for each class, the highest first, and few of them."""
    for rank in RANK_CLASSES:
        asked = (organisation_id, rank)
        page = ctx.list(POSITIONS, OF_RANK_IN_OFFICE, equal=asked, limit=3, right_from=RIGHT)
        for _, position in page.items:
            if _exists_on(position, day):
                return position
    return None


def first_posts(organisation_ids: Collection[str], day: date, ctx: ReadContext) -> dict[str, Position]:
    """Return the highest post of each of these organisations, where it has one.

    Where they are many, the classes of heads are read once for all of them, and only what is left one by one.
    """
    found: dict[str, Position] = {}
    for rank in _HEADS if len(organisation_ids) > 1 else ():
        for _, position in ctx.every(POSITIONS, BY_RANK, equal=(rank,), right_from=RIGHT):
            if position.organisation_id in organisation_ids and _exists_on(position, day):
                found.setdefault(position.organisation_id, position)
        if len(found) == len(organisation_ids):
            return found
    left = ((it, first_post(it, day, ctx)) for it in organisation_ids if it not in found)
    return found | {key: position for key, position in left if position is not None}


def _exists_on(position: Position, day: date) -> bool:
    return position.ends_on is None or position.ends_on >= day


def employees_on(organisation_id: str, day: date, ctx: ReadContext, most: int) -> Iterator[str]:
    """Yield so many, at most, of those who hold a post of an organisation, or of one below it, on a day."""
    return islice(_employees(organisation_id, day, ctx), most)


def _employees(organisation_id: str, day: date, ctx: ReadContext) -> Iterator[str]:
    units, seen = [organisation_id], {organisation_id}
    while units:
        unit = units.pop(0)
        seats = dict(ctx.every(SEATS, OF_ORGANISATION, equal=(unit,), right_from=RIGHT))
        for key, position in ctx.every(POSITIONS, BY_ORGANISATION, equal=(unit,), right_from=RIGHT):
            seat = seats.get(key) or load_seat(position, ctx)
            yield from (it.person_id for it in seat.appointments if it.holds_on(day))
        below = [key for key, _ in ctx.every(ORGANISATIONS, BY_PARENT, equal=(unit,), right_from=RIGHT)]
        units += [it for it in below if it not in seen]
        seen |= set(below)
